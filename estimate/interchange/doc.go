// Package interchange reads estimates files into Sets and writes them back.
//
// Reading is strict where encoding/json is not: an unknown key, a key given
// twice, a key in another case, null, invalid UTF-8 and a word outside a closed
// vocabulary are errors. Each error is a *estimate.FieldError that says where
// the fault stands, what was found and what would have been accepted, and a bad
// record never costs the good ones around it.
//
// What is read without error is written back without loss, to the same bytes
// each time.
//
// # The file
//
// An estimates file is one JSON document in UTF-8, without a byte order mark:
//
//	{
//	  "schema": "casualty/1",
//	  "about": "what the file is for",
//	  "sources": [
//	    {"id": "nis", "name": "South Korea NIS", "short": "NIS", "kind": "intelligence_service", "stake": "none",
//	     "reliability": "B", "method": {"basis": ["intelligence_assessment"], "rule": "conservative"}}
//	  ],
//	  "places": [{"id": "kursk", "name": "Kursk oblast", "within": ["russia"]}],
//	  "populations": [{"id": "dprk-troops", "name": "North Korean troops", "within": ["combatants"]}],
//	  "parties": [{"id": "ua", "name": "Ukraine"}],
//	  "events": [
//	    {"id": "dprk-kursk", "name": "North Korean troops in Kursk",
//	     "scope": {"population": "dprk-troops", "place": "kursk", "from": "2024-10"}}
//	  ],
//	  "estimates": [
//	    {"id": "nis-1219", "event": "dprk-kursk", "source": "nis", "statement": "nis-briefing-1219",
//	     "measure": "killed",
//	     "quantity": {"low": {"n": 100}, "hedge": "at_least", "text": "at least 100"},
//	     "scope": {"as_of": "2024-12-19"}, "published": "2024-12-19",
//	     "via": [{"by": "lee", "published": "2024-12-19"}, {"by": "rbc", "published": "2024-12-19"}]}
//	  ],
//	  "remarks": [
//	    {"by": "lee", "about": ["nis-1219"], "facet": "rule", "quote": "a more conservative analysis"}
//	  ]
//	}
//
// Every key but schema may be left out. An absent key means "not stated". It
// never means zero, and null does not stand for it. An empty string, an empty
// list and false say no more than an absent key.
//
// An id is 1 to 128 bytes of printable text without space at either end. Of two
// records of one list with the same id the first stands. An id that no record
// declares stands for itself and is no error, so a file of estimates alone can
// be read. Whatever lies within something, by the key within, does not lie
// within itself by way of others.
//
// # JSON Lines
//
// The same content may stand one record a line. The first line may be a document
// with schema, the reference data and the remarks; each further line is one
// estimate, without a comma behind it, of at most [MaxLine] bytes. Blank lines
// are passed over.
//
//	{"schema": "casualty/1", "sources": [{"id": "nis"}]}
//	{"id": "nis-1219", "source": "nis", "measure": "killed", "quantity": {"low": {"n": 100}, "hedge": "at_least"}}
//	{"id": "us-1217", "source": "us", "measure": "killed", "quantity": {"low": {"term": "several hundred"}, "hedge": "vague"}}
//
// [Read] tells the two forms apart by the text, not by the name of the file.
// [Lines] reads the second in constant memory.
//
// # Estimate
//
// An estimate is one measure of one statement, in the words of its origin. It
// must have source and measure.
//
//   - id: its name in the file; may be absent
//   - event: what it is about
//   - source: who said it, never a relay
//   - statement: the briefing, report or table it was given in, the same for
//     all figures of one statement
//   - measure, quantity, scope: what is counted, the number, and over whom,
//     where and when; see below
//   - published: the date it was given
//   - method, stake: as at a source, where they differ from the source's;
//     method wins facet by facet
//   - credibility: 1, 2, 3, 4, 5 or 6 in quotes, the Admiralty rating of the
//     information; 6 is "cannot be judged"
//   - via: the relays; see below
//   - draws_on: ids of sources whose data it uses
//   - derived: how it was computed from other figures; see below
//   - supersedes: ids of estimates that it replaces, never in a circle
//   - retracted: {"published", "quote", "url"}, the withdrawal of the record
//     and of every relay of it
//   - aside: {"by", "why"}, both needed: the record is listed with the reason
//     and never used
//   - quote, url: the passage and its address
//   - note: for people; no rule reads it
//
// # Measure
//
// The closed words of measure, with what each counts:
//
//   - killed: also died, dead, fatalities, violent deaths, direct deaths
//   - wounded, missing, captured
//   - killed_or_wounded: casualties; the sum of killed and wounded
//   - killed_or_missing: the sum of killed and missing
//   - irrecoverable_losses: killed, missing or captured
//   - total_losses: killed, wounded, missing or captured
//   - losses: not said which
//   - bodies_recovered: also buried, exhumed
//   - battle_deaths, indirect_deaths
//   - attributable_deaths: direct and indirect
//   - excess_deaths: a difference; it may be negative, and is part of nothing
//   - all_cause_deaths
//   - displaced, deployed
//
// A measure may be part of others, and then bounds them from below:
//
//	bodies_recovered, battle_deaths  < killed
//	killed                           < killed_or_wounded, killed_or_missing, attributable_deaths
//	wounded                          < killed_or_wounded
//	missing                          < killed_or_missing
//	killed_or_missing, captured      < irrecoverable_losses
//	killed_or_wounded                < total_losses
//	irrecoverable_losses             < total_losses
//	indirect_deaths                  < attributable_deaths
//	attributable_deaths              < all_cause_deaths
//
// "Identified", "confirmed" and "by name" are no measures but killed with a
// method of that rule and basis. "Civilian" is a population, "by the Coalition"
// the key by of scope.
//
// # Quantity
//
// A quantity is what was said of the number, unread. All its keys may be absent;
// without quantity, or without any of its keys, a record is silent on the number.
//
//   - low, best, high: the ends and the central figure, each an object
//   - hedge: the word by which the speaker qualified the number
//   - modality: asserted (also if absent), possible, likely, highly_likely
//   - level: above 0 and below 1; 0.95 makes low and high, both needed, a
//     confidence interval rather than limits
//   - text: the original words
//
// An end has these keys:
//
//   - n: a whole number, without quotes or commas, negative only in
//     excess_deaths
//   - term: a vague word in place of n, "several hundred"
//   - open: true excludes n itself
//   - possible: true makes this end alone speculative
//   - by: the convention that supplied n; a term stands beside an n only with it
//
// Either n or term must stand in an end that is given. The hedge says which ends
// are needed:
//
//   - exact: one of low, best and high; all that are given have the same number
//   - approximately: one of low, best and high, usually best
//   - nearly: high or best; the number is under it
//   - at_least: low or best
//   - more_than: low or best, which is itself excluded
//   - at_most: high or best
//   - fewer_than: high or best, which is itself excluded
//   - between: low and high
//   - vague: one of low, best and high, usually with a term
//   - unknown: none; the speaker says that the number is not known
//   - denied: none; the speaker denies the deaths
//   - absent: the ends stand as they are given, as in a table with columns low,
//     best and high; best alone is a plain number, the same as exact
//
// The low end must not be above the high end. Figures beside unknown and denied
// are not taken as ends.
//
//	89 killed              {"best": {"n": 89}, "hedge": "exact"}
//	about 300              {"best": {"n": 300}, "hedge": "approximately"}
//	over 200               {"low": {"n": 200}, "hedge": "more_than"}
//	up to 500              {"high": {"n": 500}, "hedge": "at_most"}
//	300 to 900             {"low": {"n": 300}, "high": {"n": 900}, "hedge": "between"}
//	several hundred        {"low": {"term": "several hundred"}, "hedge": "vague"}
//	could be at least 200  {"low": {"n": 200}, "hedge": "at_least", "modality": "possible"}
//	2,975 (2,658 to 3,290) {"low": {"n": 2658}, "best": {"n": 2975}, "high": {"n": 3290}, "level": 0.95}
//
// In place of quantity, an estimate or hop may give words: the number as the
// speaker put it, read by package wording in any of its languages and written
// back as a quantity whose text it is. Both together are refused.
//
//	"words": "could have surpassed 200"
//	"words": "щонайменше 100"
//
// # Scope
//
// The scope of an event, estimate or hop says what a figure covers. An absent
// key of an estimate's scope is the event's.
//
//   - population, place: ids of those lists
//   - by: id of the party held responsible; any for all parties
//   - from: the first day counted
//   - as_of: the last day counted, not before from; a figure for a closed period
//     has from and as_of at its ends
//   - except: ids of what is left out
//
// An event has id, name, scope and until: the last day of the event or period,
// not before the from of its scope. That is the day of the flood, not of the last
// death in hospital. It is absent while the event goes on, where its end is not
// known, and where people go on dying of it for years.
//
// # Dates
//
// A date is a string in the Extended Date/Time Format: a year "2024", a month
// "2024-12" or a day "2024-12-19", each with ~ behind it for "about":
// "2024-12~".
//
// # Sources
//
// A source has id, name, short (what a page prints), within (ids of the
// institutions it speaks for), and:
//
//   - kind: government, military, intelligence_service, local_authority,
//     armed_group, intergovernmental, court, ngo, relief_agency, academic, media,
//     osint, insider, witness, analyst, social_media, other
//   - stake: the direction in which its interest pulls the figure: higher, lower,
//     none; absent is not known
//   - reliability: A, B, C, D, E or F, the Admiralty rating of the speaker; F is
//     "cannot be judged"
//   - method: how it counts
//
// A method has:
//
//   - basis, a list: of deaths recorded one by one: named_list, registry,
//     body_count, incident_aggregation, hospital_records, record_linkage; of
//     estimates: survey, demographic (census or population difference),
//     multiple_systems, excess_model, ratio, extrapolation, model; of neither:
//     imagery, intelligence_assessment, official_count (a government's count by no
//     stated method), battlefield_claim, interview, court_finding, quotation
//   - rule, what is included in doubt: confirmed, conservative, central,
//     inclusive, maximum
//   - verification: claimed, checked, verified
//   - detail: its own words; no rule reads them
//
// Places, populations and parties have id, name and within, the ids of the
// wholes they are part of.
//
// # Via
//
// The hops of via lead from the origin outward. Each has by, the relay, which it
// must name, once in a chain; published; and only those of measure, quantity,
// scope, quote and url that it printed differently. Each replaces, in order, what
// it states. A hop without measure, quantity or scope is silent: what it printed
// is not known. Parallel relays are estimates of their own with the same
// statement.
//
// # Derived
//
// A figure computed from others says so:
//
//	"derived": {"op": "share", "from": ["us-1217"], "factor": 0.33, "formula": "a third of over 5,000"}
//
// The op is needed: share, ratio, sum, difference, rate or projection. The list
// from has ids of estimates, never in a circle.
//
// # Remarks
//
// A remark is a speaker's own explanation of why figures differ: by, a source;
// about, a list of ids of estimates; facet, what it points to; quote; url. The
// first three are needed. The words of facet: measure, window, area, population,
// attribution, rule, basis, verification, coverage, timing, wording, other.
//
// # For people
//
// The keys about and established at the top of the file are kept, and read by no
// rule. The latter is a figure that came to be accepted later, of figure, low and
// high, whole numbers; by and note, text; and verified, true or false.
package interchange
