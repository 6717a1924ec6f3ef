#include "tests/support/second/worlds.h"

/* In all frames: six clinicians, four of them with somebody above them. */

static const char preferences_ann[] =
    "clinician: ann\n"
    "month: MONTH\n"
    "locations: {hove: love, crawley: dislike, library: avoid}\n"
    "tasks: {fcp: like, duty: dislike}\n"
    "sessions:\n"
    "  - {on: MONTH-09 pm, want: off}\n"
    "  - {every: thu pm, want: {task: spine, at: hove}, how: like}\n"
    "  - {every: mon am, want: {task: clinic}, how: avoid}\n"
    "people: {bob: like, cat: avoid}\n";

static const char preferences_bob[] =
    "clinician: bob\n"
    "month: MONTH\n"
    "submitted: 2026-11-03\n"
    "locations: {remote: avoid}\n"
    "tasks: {support: love, clinic: avoid}\n"
    "sessions: [{every: tue am, want: off, how: like}, {every: wed, want: {at: hove}}]\n"
    "people: {ann: love, dan: dislike, eli: avoid}\n";

static const char preferences_cat[] =
    "clinician: cat\n"
    "month: MONTH\n"
    "locations: {crawley: like}\n"
    "tasks: {clinic: like}\n";

static const char preferences_dan[] =
    "clinician: dan\n"
    "month: MONTH\n"
    "sessions: [{every: fri, want: off, how: like}, {on: MONTH-02 am, want: {task: duty}}]\n"
    "people: {flo: love}\n";

#define PREFERENCES                                                                                \
  {"preferences/ann.yaml", preferences_ann}, {"preferences/bob.yaml", preferences_bob},            \
      {"preferences/cat.yaml", preferences_cat},                                                   \
  {                                                                                                \
    "preferences/dan.yaml", preferences_dan                                                        \
  }

static const char seven_days[] = "week: {mon-sun: [am, pm, eve]}\n";

const struct second_frame second_frames[] = {
    {
        .name = "a plain month",
        .month_id = "2027-02",
        .month =
            "agreed:\n"
            "  - {clinician: cat, on: [2027-02-04, 2027-02-09 eve]}\n"
            "  - {clinician: cat, on: 2027-02-03 am, works: no}\n"
            "  - {clinician: bob, on: 2027-02-16 eve, works: extra}\n"
            "  - {clinician: cat, on: [2027-02-10, 2027-02-11 am, 2027-02-12], works: extra}\n",
        .files = {PREFERENCES,
                  {"leave.csv",
                   "clinician,from,to,kind,sessions\n"
                   "ann,2027-01-28,2027-02-02,annual,\n"
                   "bob,2027-02-10,2027-02-12,study,pm\n"},
                  {"locks.csv",
                   "clinician,date,session,task,site\n"
                   "dan,2027-02-03,am,duty,remote\n"
                   "cat,2027-02-08,pm,clinic,crawley\n"}},
        .published = 1,
        .density = 7,
    },
    {
        .name = "holidays and closures",
        .month_id = "2027-01",
        .service =
            "holidays: england-and-wales\n"
            "sees: {7: 67, 6: 120, 5: 45}\n"
            "demand:\n"
            "  - {task: clinic, at: every hub, per: week, need: 7, target: 9, most: 12}\n"
            "  - {task: duty, per: day, need: 2, target: 3, most: 3,\n"
            "     prices: {need: 30, target: 50}}\n"
            "  - {task: spine, at: hove, sessions: [tue am, thu pm, mon eve], per: week, need: 3}\n"
            "  - {task: fcp, at: every pcn, per: week, need: 1 per 2100 patients, target: 7}\n"
            "  - {task: calls, per: month, need: 10, target: 12, most: 14, from: 2027-01-06}\n"
            "  - {task: support, at: [hub, remote], sessions: wed, need: 2, most: 2, hard: yes}\n"
            "  - {task: [clinic, spine], who: {band: 7}, at: every hub, per: week, need: 3,\n"
            "     target: 5, most: 6}\n"
            "  - {task: [duty, support, calls], need: 1, target: 2}\n"
            "  - {task: calls, sessions: [mon, fri am], cycle: 2027-01-04, weeks: [1, 2], of: 3,\n"
            "     need: 1, target: 2}\n"
            "  - {task: clinic, who: {team: crawley}, at: [hove, crawley], per: day, need: 2}\n",
        .month = "closures:\n"
                 "  - {from: 2027-01-07, to: 2027-01-08, reason: Snow}\n"
                 "  - {site: crawley, from: 2027-01-18, to: 2027-01-22, sessions: [am]}\n"
                 "  - {site: hove, from: 2027-01-20, to: 2027-01-28, moves_to: crawley}\n"
                 "  - {site: crawley, from: 2027-01-12, moves_to: hove}\n"
                 "  - {site: remote, from: 2027-01-14, to: 2027-01-15, moves_to: hove}\n"
                 "  - {site: remote, from: 2027-01-15, owed: no}\n"
                 "  - {from: 2027-01-26, sessions: pm}\n"
                 "  - {site: goldstone, from: 2027-01-11, to: 2027-01-12}\n"
                 "  - {site: goldstone, from: 2027-01-19, to: 2027-01-20, moves_to: deans}\n"
                 "  - {site: deans, from: 2027-01-27, moves_to: goldstone}\n"
                 "demand:\n"
                 "  - {task: duty, per: day, need: 1, target: 1, most: 4, until: 2027-01-20}\n"
                 "  - {task: clinic, at: hub, per: week, need: 4}\n"
                 "  - {task: spine, at: hove, sessions: [mon eve, tue am, thu pm],\n"
                 "     per: week, need: 2}\n",
        .files = {PREFERENCES},
        .published = 3,
        .later = true,
        .density = 4,
    },
    {
        .name = "seven days a week",
        .month_id = "2027-05",
        .service = seven_days,
        .clinicians =
            "ann: {band: 7, team: hove, supervisor: dan, works: {mon-sun: [am, pm, eve]},\n"
            "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
            "eli: {band: 6, team: crawley, supervisor: dan, works: {mon-sun: [am, pm, eve]},\n"
            "      skills: {msk: yes, fcp: {stage: 0, trainee: yes}}}\n"
            "flo: {band: 4, wte: 0.31, team: crawley, tags: [admin], sees: 50,\n"
            "      works: {mon-sun: [am, pm, eve]},\n"
            "      changes: [{from: 2027-04-29, sees: 75}, {from: 2027-05-20, sees: 0}]}\n",
        .files = {PREFERENCES},
        .published = 7,
        .density = 6,
    },
    {
        .name = "a month of the past is missing",
        .month_id = "2028-02",
        .service = seven_days,
        .files = {PREFERENCES},
        .published = 1 | 4 | 8,
        .density = 8,
    },
    {
        .name = "only an older month was published",
        .month_id = "2027-06",
        .files = {PREFERENCES},
        .published = 2,
        .later = true,
        .density = 8,
    },
    {
        .name = "events",
        .month_id = "2027-01",
        .service = "holidays: [2027-01-01, 2027-01-14]\n",
        .month = "events:\n"
                 "  cad:\n"
                 "    name: Appointment Day\n"
                 "    kind: community day\n"
                 "    at: library\n"
                 "    on: [2027-01-16 am pm eve, 2027-01-21 eve]\n"
                 "    need:\n"
                 "      - {task: screening, need: 1, target: 2, most: 3, prices: {need: 300}}\n"
                 "      - {task: clinic, need: 1, target: 3, prices: {need: 10, target: 25}}\n"
                 "      - {name: A senior, task: [screening, clinic], who: {band: [6, 7]},\n"
                 "         need: 1, target: 2, most: 2}\n"
                 "  school:\n"
                 "    name: School visit\n"
                 "    kind: school\n"
                 "    at: crawley\n"
                 "    on: [2027-01-14 am, 2027-01-20 am pm]\n"
                 "    need:\n"
                 "      - {task: screening, need: 2, target: 3, most: 3, hard: yes}\n"
                 "      - {task: calls, need: 0, target: 1, most: 1}\n"
                 "  talk:\n"
                 "    name: A talk\n"
                 "    kind: talk\n"
                 "    at: hove\n"
                 "    on: [2027-01-20 am pm]\n"
                 "    need:\n"
                 "      - {task: clinic, need: 1, target: 2, prices: {target: 0, most: 0}}\n"
                 "      - {task: [clinic, spine], who: {team: hove}, need: 1}\n"
                 "closures: [{site: library, from: 2027-01-21}]\n",
        .files = {PREFERENCES},
        .published = 1,
        .density = 5,
    },
    {
        .name = "people come and go",
        .month_id = "2027-03",
        .clinicians =
            "ann: {band: 7, team: hove, works: {mon-fri: [am, pm], tue: [eve]},\n"
            "      leaves: 2027-03-14, supervisor: dan, hours: {fewest: 60, most: 75.5},\n"
            "      skills: {msk: yes, spine: {until: 2027-03-10}, fcp: {stage: 2}}}\n"
            "bob: {band: 6, wte: 0.77, team: hove, drives: no, supervisor: ann,\n"
            "      joins: 2027-03-08,\n"
            "      works: {odd: {mon-wed: [am, pm]}, even: {thu-fri: [am, pm], tue: [eve]}},\n"
            "      arrangements: [{every: wed pm, at: remote},\n"
            "        {every: [mon am, fri am], task: clinic, at: hove, until: 2027-03-21},\n"
            "        {never: tue, at: crawley}, {never: thu pm, from: 2027-03-15}],\n"
            "      skills: {msk: {since: 2027-03-12}, fcp: {stage: 1, since: 2027-03-08}}}\n"
            "cat: {band: 5, wte: 0.5, team: crawley, works: {mon-wed: [am, pm]},\n"
            "      joins: 2027-02-15,\n"
            "      leaves: 2027-03-30, supervisor: ann, hours: {most: 62}, skills: {msk: yes}}\n"
            "eli: {band: 6, wte: 1.2, team: crawley, supervisor: dan, works: {mon-fri: [am, pm]},\n"
            "      leaves: 2027-02-20, skills: {msk: yes}}\n"
            "flo: {band: 4, wte: 0.1, team: crawley, supervisor: cat, tags: [admin],\n"
            "      works: {sat-sun: [am, pm]}, hours: {fewest: 5}}\n",
        .month =
            "closures:\n"
            "  - {site: hove, from: 2027-03-29, to: 2027-03-30, moves_to: crawley}\n"
            "  - {site: crawley, from: 2027-03-31, sessions: [pm, eve]}\n"
            "  - {site: goldstone, from: 2027-03-30, to: 2027-03-31}\n"
            "  - {site: deans, from: 2027-03-29, moves_to: goldstone}\n"
            "demand:\n"
            "  - {task: clinic, at: every hub, per: week, need: 7, target: 9, most: 12}\n"
            "  - {task: spine, at: hove, per: week, need: 3, target: 6, most: 7}\n"
            "  - {task: fcp, at: every pcn, per: week, need: 1 per 2100 patients, target: 7}\n",
        .files = {PREFERENCES,
                  {"leave.csv",
                   "clinician,from,to,kind,sessions\n"
                   "ann,2027-03-16,2027-03-19,sick,\n"
                   "cat,2027-03-01,2027-03-31,maternity,\n"},
                  {NULL, NULL}},
        .published = 3,
        .later = true,
        .density = 7,
    },
    {
        /* A promotion, a rotation, a phased return in three steps, a cycle that begins; and
         * changes of months before and after. */
        .name = "posts change",
        .month_id = "2027-03",
        .service =
            "holidays: [2027-03-26, 2027-03-29]\n"
            "criteria:\n"
            "  - {who: {team: crawley}, points: {most: 40}, weights: {love: 20, like: 9}}\n"
            "  - {points: {most: 50}, weights: {love: 21, like: 10, dislike: -9, avoid: -22}}\n",
        .clinicians =
            "ann: {band: 6, team: hove, works: {mon-fri: [am, pm]}, supervisor: dan,\n"
            "      hours: {fewest: 60, most: 75.5}, tags: [clinical-educator],\n"
            "      skills: {msk: yes, spine: {until: 2027-03-10}, fcp: {stage: 0, trainee: yes}},\n"
            "      changes: [{from: 2026-12-07, works: {mon-thu: [am, pm]}, wte: 0.8},\n"
            "        {from: 2027-03-15, band: 7, works: {mon-fri: [am, pm], tue: [eve]}, wte: "
            "1.0,\n"
            "         skills: {fcp: {stage: 2}, spine: yes}, hours: {fewest: 70, most: 101.3}}]}\n"
            "bob: {band: 6, wte: 0.2, team: hove, drives: no, supervisor: ann,\n"
            "      works: {mon: [am, pm]}, skills: {msk: yes, fcp: {stage: 1}},\n"
            "      sites: [hove, remote],\n"
            "      changes: [{from: 2027-03-08, wte: 0.4, works: {mon-tue: [am, pm]}},\n"
            "        {from: 2027-03-15, wte: 0.6, works: {mon-wed: [am, pm]},\n"
            "         sites: [hub, pcn, remote]},\n"
            "        {from: 2027-03-24, wte: 0.77, works: {cycle: 2027-03-22,\n"
            "         weeks: [{mon-fri: [am, pm]}, {thu-fri: [am, pm], tue: [eve]}]}}]}\n"
            "cat: {band: 5, wte: 0.5, team: crawley, works: {mon-wed: [am, pm]},\n"
            "      joins: 2027-02-15, supervisor: ann, skills: {msk: yes}, hours: {most: 62},\n"
            "      changes: [{from: 2027-03-17, team: hove, base: hove, sites: [hove, remote],\n"
            "                 skills: {msk: no, spine: yes}}]}\n"
            "eli: {band: 6, wte: 1.2, team: hove, supervisor: dan, works: {mon-fri: [am, pm]},\n"
            "      leaves: 2027-03-30, skills: {msk: yes},\n"
            "      changes: [{from: 2027-03-02, team: crawley, band: 5},\n"
            "                {from: 2027-03-30, works: {}}]}\n"
            "flo: {band: 4, wte: 0.31, team: crawley, supervisor: cat, tags: [admin],\n"
            "      works: {mon-wed: [am]}, hours: {fewest: 5},\n"
            "      changes: [{from: 2027-03-31, wte: 0.1, hours: {fewest: 2, most: 9}},\n"
            "                {from: 2027-04-02, band: 5}]}\n",
        .files = {PREFERENCES,
                  {"leave.csv",
                   "clinician,from,to,kind,sessions\n"
                   "ann,2027-03-16,2027-03-19,sick,\n"},
                  {NULL, NULL}},
        .published = 3,
        .later = true,
        .density = 7,
    },
    {
        .name = "long sessions",
        .month_id = "2026-11",
        .service = "sessions:\n"
                   "  am:  {from: \"05:41\", to: \"11:45\"}\n"
                   "  pm:  {from: \"11:45\", to: \"17:20\"}\n"
                   "  eve: {from: \"18:35\", to: \"23:00\"}\n"
                   "week: {mon-sat: [am, pm, eve]}\n",
        .clinicians =
            "ann: {band: 7, team: hove, supervisor: dan, works: {mon-sat: [am, pm, eve]},\n"
            "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
            "flo: {band: 4, team: crawley, tags: [admin], works: {mon-sat: [am, eve]}}\n",
        .files = {PREFERENCES},
        .published = 1,
        .density = 6,
    },
    {
        .name = "sessions back to back",
        .month_id = "2027-08",
        .month =
            "closures:\n"
            "  - {site: hove, from: 2027-08-01, sessions: [am], moves_to: crawley}\n"
            "  - {site: goldstone, from: 2027-08-01, sessions: [pm]}\n"
            "  - {site: hove, from: 2027-08-30, to: 2027-08-31, moves_to: remote}\n"
            "  - {site: goldstone, from: 2027-08-31, moves_to: deans}\n"
            "  - {site: deans, from: 2027-08-30, owed: no}\n"
            "demand:\n"
            "  - {task: clinic, at: every hub, per: week, need: 7, target: 9, most: 12}\n"
            "  - {task: spine, at: hove, per: week, need: 3, target: 6, most: 7}\n"
            "  - {task: fcp, at: every pcn, per: week, need: 1 per 2100 patients, target: 7}\n",
        .service = "sessions:\n"
                   "  am:  {from: \"08:00\", to: \"11:00\"}\n"
                   "  pm:  {from: \"11:00\", to: \"14:00\"}\n"
                   "  eve: {from: \"14:00\", to: \"16:35\"}\n"
                   "week: {mon-sun: [am, pm, eve]}\n",
        .clinicians =
            "bob: {band: 6, wte: 0.9, team: hove, drives: no, supervisor: ann,\n"
            "      works: {cycle: 2026-12-07,\n"
            "        weeks: [{mon-fri: [am, pm]}, {mon-sat: [am, pm], sun: [eve]}, {tue: [am]}]},\n"
            "      skills: {msk: yes, fcp: {stage: 1}}}\n"
            "eli: {band: 6, wte: 0.77, team: crawley, supervisor: dan, tags: [clinical-educator],\n"
            "      works: {odd: {mon-sun: [am, pm]}, even: {sat: [am, eve]}},\n"
            "      skills: {msk: yes}}\n",
        .files = {PREFERENCES},
        .published = 3,
        .later = true,
        .density = 6,
    },
    {
        .name = "late files, and other weights",
        .month_id = "2027-02",
        .service = "criteria: {close: 1st of the month before, late: half,\n"
                   "  weights: {love: 5, like: 3, dislike: -1, avoid: -5},\n"
                   "  session_requests: {points: 3}}\n",
        .files = {{"preferences/ann.yaml", preferences_ann},
                  {"preferences/bob.yaml",
                   "clinician: bob\n"
                   "month: MONTH\n"
                   "submitted: 2027-01-15\n"
                   "locations: {hove: avoid, remote: like}\n"
                   "sessions: [{every: tue am, want: off, how: like}]\n"
                   "people: {ann: avoid, dan: like}\n"},
                  {"preferences/eli.yaml",
                   "clinician: eli\n"
                   "month: MONTH\n"
                   "submitted: 2026-12-20\n"
                   "tasks: {clinic: dislike}\n"
                   "people: {bob: like}\n"}},
        .published = 15,
        .density = 5,
    },
    {
        .name = "points are capped, and criteria differ",
        .month_id = "2027-02",
        .service =
            "criteria:\n"
            "  - {who: {clinicians: [bob]}, points: {most: 9}, close: 1st of the month before,\n"
            "     late: half, weights: {love: 20, like: 9, dislike: -7, avoid: -20}}\n"
            "  - {points: {most: 50}, session_requests: {points: 31},\n"
            "     weights: {love: 21, like: 10, dislike: -9, avoid: -22}}\n",
        .files = {{"preferences/ann.yaml", preferences_ann},
                  {"preferences/bob.yaml",
                   "clinician: bob\n"
                   "month: MONTH\n"
                   "submitted: 2027-01-15\n"
                   "locations: {hove: avoid, remote: like}\n"
                   "sessions: [{every: tue am, want: off, how: like}]\n"
                   "people: {ann: avoid, dan: like}\n"},
                  {"preferences/cat.yaml", preferences_cat}},
        .published = 15,
        .density = 5,
    },
    {
        .name = "late files are ignored",
        .month_id = "2027-02",
        .service = "criteria: {close: 1st of the month before, late: ignore}\n",
        .files = {{"preferences/ann.yaml", preferences_ann},
                  {"preferences/bob.yaml",
                   "clinician: bob\n"
                   "month: MONTH\n"
                   "submitted: 2027-01-15\n"
                   "locations: {hove: avoid, remote: like}\n"
                   "sessions: [{every: tue am, want: off}]\n"
                   "people: {ann: avoid}\n"}},
    },
    {
        .name = "practices that open when they like",
        .month_id = "2027-04",
        .service =
            "holidays: england-and-wales\n"
            "week: {mon-sat: [am, pm]}\n"
            "pcns:\n"
            "  goldstone: {patients: 8000, rooms: 1, open: {mon-thu: \"08:00-18:30\"},\n"
            "              fcp: {named: [ann], deputy: [bob]}}\n"
            "  deans: {patients: 23456, open: {mon: \"12:30-18:00\", fri-sat: \"08:30-12:15\"},\n"
            "          fcp: {named: [eli, dan]}}\n"
            "  shore: {patients: 5001, open: {wed: \"08:00-18:30\"}, fcp: {deputy: [bob]}}\n"
            "  nobody: {}\n"
            "demand:\n"
            "  - {task: fcp, at: every pcn, per: week, need: 1, target: 2}\n"
            "  - {task: fcp, at: pcn, per: day, need: 1, target: 3, sessions: mon-sat pm}\n"
            "  - {task: fcp, at: deans, per: week, need: 2 per 5000 patients,\n"
            "     sessions: [mon, fri]}\n"
            "  - {task: fcp, at: goldstone, per: week, need: 1 per 3000 patients, sessions: tue}\n"
            "  - {task: [fcp, support], who: {team: hove}, per: week, need: 4, most: 5}\n"
            "  - {task: spine, who: {band: 7}, at: hub, sessions: am, need: 1}\n",
        /* The second is beside the service's line on spine, not in its place. */
        .month = "demand:\n"
                 "  - {task: fcp, at: goldstone, per: week, need: 4, sessions: tue}\n"
                 "  - {task: spine, who: {team: hove}, at: hub, sessions: am, need: 1}\n",
        .clinicians = "ann: {band: 7, team: hove, supervisor: dan, works: {mon-sat: [am, pm]},\n"
                      "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
                      "cat: {band: 5, wte: 0.5, team: crawley, works: {mon-wed: [am, pm]},\n"
                      "      supervisor: ann, skills: {msk: yes, fcp: {stage: 0, trainee: yes}}}\n",
        .files = {PREFERENCES},
        .published = 1,
        .density = 5,
    },
    {
        /* Friday to Thursday, with months and weeks of several lengths on both sides. */
        .name = "weeks between months",
        .month_id = "2027-03",
        .weeks = "2027-02-19",
        .service = "holidays: [2027-03-01]\n"
                   "criteria: {close: 14 days before, late: half}\n",
        .month = "period: {from: 2027-02-19, weeks: 5}\n"
                 "closures: [{site: crawley, from: 2027-02-24, to: 2027-03-02, sessions: pm}]\n"
                 "agreed: [{clinician: cat, on: 2027-02-19}]\n",
        .clinicians =
            "eli: {name: Eli Eve, band: 6, bank: yes, team: crawley, supervisor: dan,\n"
            "      works: {mon-fri: [am, pm]}, skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n",
        .files = {PREFERENCES,
                  {"leave.csv",
                   "clinician,from,to,kind,sessions\n"
                   "ann,2027-02-15,2027-02-19,annual,\n"
                   "bob,2027-03-24,2027-04-02,annual,pm\n"},
                  {"locks.csv",
                   "clinician,date,session,task,site\n"
                   "dan,2027-02-22,am,duty,remote\n"}},
        .periods = {{"2026-11", 0},
                    {"2026-12", 0},
                    {"2027-01-01", 2},
                    {"2027-01-15", 5},
                    {"2027-03-26", 2}},
        .density = 6,
    },
    {.name = NULL},
};
