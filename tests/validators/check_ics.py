"""Checks that calendar files are what RFC 5545 and 5546 ask for, and that receivers will find the right hour.

The bytes are looked at first (line ends, width), then two independent readers parse the file, then the rules of its method are checked,
and last the file's own description of the time zone is compared with the time zone database.
"""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

import icalendar
import vobject
from common import run

WIDTH = 75


def lines(data, faults):
    faults.expect(data.endswith(b"\r\n"), "does not end with CRLF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        faults.expect(len(line) <= WIDTH, f"line {number} has {len(line)} octets, at most {WIDTH} are allowed")
        faults.expect(b"\n" not in line and b"\r" not in line, f"line {number} has a bare CR or LF")
        faults.expect(not any(octet < 32 and octet != 9 for octet in line), f"line {number} has a control character")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            faults.add(f"line {number} is cut inside a letter")


def parsed(data, faults):
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        for name, message in component.errors:
            faults.add(f"{component.name}: {name}: {message}")
    missing = calendar.get_missing_tzids()
    faults.expect(not missing, f"time zones without description: {', '.join(sorted(missing))}")
    other = vobject.readOne(data.decode("utf-8"))
    other.validate(raiseException=True)
    return calendar


def rules(calendar, faults, method):
    found = str(calendar.get("METHOD", ""))
    faults.expect(found in ("PUBLISH", "REQUEST", "CANCEL"), f"method is {found!r}")
    faults.expect(method is None or found == method, f"method is {found!r}, not {method!r}")
    events = calendar.events
    faults.expect(bool(events), "no event")
    faults.expect(found == "PUBLISH" or len(events) == 1, f"{len(events)} events with method {found}")
    faults.expect(len({str(event.get("UID")) for event in events}) == len(events), "two events with the same UID")
    for event in events:
        uid = event.get("UID")
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "ORGANIZER", "STATUS"):
            faults.expect(name in event, f"{uid}: no {name}")
        for name in ("ORGANIZER", "ATTENDEE"):
            faults.expect(str(event.get(name, "mailto:")).startswith("mailto:"), f"{uid}: {name} is not a mailto address")
        faults.expect(("ATTENDEE" in event) == (found != "PUBLISH"), f"{uid}: attendees do not go with method {found}")
        faults.expect(found != "CANCEL" or event.get("STATUS") == "CANCELLED", f"{uid}: cancelled with status {event.get('STATUS')}")
        faults.expect(event.end > event.start, f"{uid}: ends before it begins")


def hours(calendar, faults, begins):
    own = {str(zone.get("TZID")): zone.to_tz(lookup_tzid=False) for zone in calendar.timezones}
    starts = []
    for event in calendar.events:
        for name in ("DTSTART", "DTEND"):
            zone = event[name].params.get("TZID")
            if zone is None or zone not in own:
                faults.add(f"{event.get('UID')}: {name} in a time zone that the file does not describe")
                continue
            local = event[name].dt.replace(tzinfo=None)
            described = local.replace(tzinfo=own[zone])
            known = local.replace(tzinfo=ZoneInfo(zone))
            faults.expect(
                described.utcoffset() == known.utcoffset(),
                f"{event.get('UID')}: {name} {local} is {described.utcoffset()} from UTC in the file, {known.utcoffset()} in truth",
            )
            if name == "DTSTART":
                starts.append(described)
    for wanted in begins:
        faults.expect(datetime.fromisoformat(wanted) in starts, f"nothing begins at {wanted}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--method", choices=("PUBLISH", "REQUEST", "CANCEL"))
    parser.add_argument("--begins", action="append", default=[], metavar="TIME", help="instant at which an event must begin, with offset")
    options = parser.parse_args()

    def check(path, faults):
        with open(path, "rb") as file:
            data = file.read()
        lines(data, faults)
        calendar = parsed(data, faults)
        rules(calendar, faults, options.method)
        hours(calendar, faults, options.begins)

    run(options.files, check)


if __name__ == "__main__":
    main()
