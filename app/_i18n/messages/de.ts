import auth from "./de/auth.json";
import board from "./de/board.json";
import campaign from "./de/campaign.json";
import common from "./de/common.json";
import communication from "./de/communication.json";
import contact from "./de/contact.json";
import contactList from "./de/contactList.json";
import contactPage from "./de/contactPage.json";
import errors from "./de/errors.json";
import frame from "./de/frame.json";
import importing from "./de/import.json";
import lead from "./de/lead.json";
import myPage from "./de/myPage.json";
import opportunity from "./de/opportunity.json";
import party from "./de/party.json";
import partyList from "./de/partyList.json";
import query from "./de/query.json";
import request from "./de/request.json";
import search from "./de/search.json";
import settings from "./de/settings.json";
import setup from "./de/setup.json";
import task from "./de/task.json";
import views from "./de/views.json";

/** All German messages; their keys are the type of every message key. */
export const de = {
  auth,
  board,
  campaign,
  common,
  communication,
  contact,
  contactList,
  contactPage,
  errors,
  frame,
  import: importing,
  lead,
  myPage,
  opportunity,
  party,
  partyList,
  query,
  request,
  search,
  settings,
  setup,
  task,
  views,
};
