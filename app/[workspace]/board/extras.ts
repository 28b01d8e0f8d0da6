// What a board needs later than its cards, as one file: see `late-parts.tsx`.
export { AccessEnded } from "./access-ended";
export { BoardError } from "./board-error";
export { Celebration } from "./closing/celebration";
export { ClosingZones } from "./closing/closing-zones";
export { FlightLayer } from "./flight/flight-layer";
export { NameTag } from "./flight/name-tag";
export { isNearby, settle } from "./flight/settle";
export { ConnectionNotice } from "./header/connection-notice";
export { CardPeople } from "./presence/card-people";
export { PeopleHere } from "./presence/people-here";
export { SelectionBar } from "./selection/selection-bar";
