import auth from "./en/auth.json";
import board from "./en/board.json";
import campaign from "./en/campaign.json";
import common from "./en/common.json";
import communication from "./en/communication.json";
import contact from "./en/contact.json";
import contactList from "./en/contactList.json";
import contactPage from "./en/contactPage.json";
import errors from "./en/errors.json";
import frame from "./en/frame.json";
import importing from "./en/import.json";
import lead from "./en/lead.json";
import myPage from "./en/myPage.json";
import opportunity from "./en/opportunity.json";
import party from "./en/party.json";
import partyList from "./en/partyList.json";
import query from "./en/query.json";
import request from "./en/request.json";
import search from "./en/search.json";
import settings from "./en/settings.json";
import setup from "./en/setup.json";
import task from "./en/task.json";
import views from "./en/views.json";

/** All English messages. */
export const en = {
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
