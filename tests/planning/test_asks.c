/* What asks for nothing is named at its line, once; what asks for something is not. */
#include "planning/asks.h"
#include "tests/support/check.h"
#include "tests/support/generated.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#include <string.h>

static void look_at(const struct service *service, const struct month *month,
                    struct diagnostics *out)
{
  struct problem *problem = problem_new(service, month);
  struct asks *asks = asks_new(service, out);
  asks_month(asks, problem);
  asks_end(asks, true);
  asks_free(asks);
  problem_free(problem);
}

struct kind {
  const char *name;
  struct rule_example example;
  const char *rules;
  const char *said; /* all of it, without the place */
};

/* The day's sessions alone, for services without evenings. */
#define ANN_BY_DAY                                                                                 \
  "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove, team: hove, works: {mon-fri: [am, pm]},\n" \
  "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"

static const struct kind kinds[] = {
    /* rules: an empty scope, by each key and by all together */
    {"a task where it is not done",
     {.service = NULL},
     "\n  - duty_cover: {task: fcp, at: hove}",
     "no work is meant by this: its tasks are not done at its sites"},
    {"a task where it is not done, in another rule",
     {.service = NULL},
     "\n  - count_limit: {task: fcp, at: hub, per: week, most: 1}",
     "no work is meant by this: its tasks are not done at its sites"},
    {"a day that is in no week",
     {.service = NULL},
     "\n  - count_limit: {task: clinic, sessions: sat, per: week, most: 1}",
     "no session is meant by this"},
    {"a block that the day does not have",
     {.service = NULL},
     "\n  - capacity_floor: {task: clinic, sessions: mon eve, per: month, least: 10}",
     "no session is meant by this"},
    {"dates with no session in them",
     {.service = NULL},
     "\n  - keep_apart: {who: {clinicians: [ann, bob]}, from: 2027-02-06, until: 2027-02-07}",
     "no session is meant by this"},
    {"dates in another month",
     {.service = NULL},
     "\n  - count_limit: {task: clinic, per: week, most: 1, from: 2028-02-01}",
     "none of its dates is in a month that is here"},
    {"a place that the rule leaves out",
     {.service = NULL},
     "\n  - lone_working: {at: remote}",
     "nothing is asked by this: no rota can break it"},
    {"somebody who has left",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-01-31}\n"},
     "\n  - count_limit: {who: {clinicians: cat}, task: clinic, per: week, most: 1}",
     "nobody who is here is meant by this"},
    /* a least that pro rata is none */
    {"a least of four days in a month",
     {.service = NULL},
     "\n  - count_limit: {task: support, per: month, least: 1, from: 2027-02-08,"
     " until: 2027-02-11}",
     "nothing is asked by this: no rota can break it"},
    {"a least beside a most",
     {.service = NULL},
     "\n  - count_limit: {task: support, per: month, least: 1, most: 3, from: 2027-02-08,"
     " until: 2027-02-11}",
     "'least' asks for nothing: no rota can break it"},
    {"a least of days",
     {.service = NULL},
     "\n  - count_limit: {task: support, per: month, count: days, least: 1, from: 2027-02-08,"
     " until: 2027-02-09, hard: no}",
     "nothing is asked by this: no rota can break it"},
    {"a least that holds",
     {.service = NULL},
     "\n  - count_limit: {task: support, per: month, least: 1, from: 2027-02-08}",
     NULL},
    {"a most that nobody reaches", {.service = NULL}, "\n  - consecutive: {most_days: 6}", NULL},
    {"a rule that is turned off",
     {.service = NULL},
     "\n  - duty_cover: {task: duty, weight: 0}",
     NULL},
    /* numbers that mean nothing, or another thing */
    {"a ratio the other way round",
     {.service = NULL},
     "\n  - ratio: {generalist: 20, specialist: 80, weight: 4}",
     "20:80 asks the whole service for more specialist than generalist work; is it the other way "
     "round?"},
    {"the same of some people, who may well be specialists",
     {.service = NULL},
     "\n  - ratio: {who: {clinicians: ann}, generalist: 20, specialist: 80, weight: 4}",
     NULL},
    {"a ratio that everything is within",
     {.service = NULL},
     "\n  - ratio: {within: 80, weight: 4}",
     "no rota is ever more than 80 points off 80:20, so nothing is asked by this"},
    {"a ratio that nearly everything is within",
     {.service = NULL},
     "\n  - ratio: {within: 79, weight: 4}",
     NULL},
    {"supporting time and nothing else",
     {.service = NULL},
     "\n  - support_time: {task: support, share: 100}",
     "a share of 100% leaves those meant by this no time for anything else"},
    {"a gap as long as the month",
     {.service = NULL},
     "\n  - fcp_cover: {task: fcp, most_gap_days: 20}",
     "'most_gap_days: 20' asks for nothing: no network is open on more than 20 days of a month"},
    {"a gap that is a day shorter",
     {.service = NULL},
     "\n  - fcp_cover: {task: fcp, most_gap_days: 19}",
     NULL},
    {"more people at once than there are",
     {.service = NULL},
     "\n  - lone_working: {at: crawley, least: 4}",
     "4 at once can't be: 3 at the most could be at one site, so nobody may be there"},
    {"the same where it is weighed",
     {.service = NULL},
     "\n  - lone_working: {at: crawley, least: 4, weight: 5}",
     "4 at once can't be: 3 at the most could be at one site, so nobody can be there without "
     "breaking it"},
    {"as many people at once as there are",
     {.service = NULL},
     "\n  - lone_working: {at: crawley, least: 3}",
     NULL},
    {"fewer minutes than the shortest session has",
     {.service = NULL},
     "\n  - count_limit: {task: clinic, per: week, count: minutes, most: 179}",
     "no session is as short as 179 minutes (the shortest has 180), so this allows none: say "
     "'most: 0', or more"},
    {"as many minutes as the shortest session has",
     {.service = NULL},
     "\n  - count_limit: {task: clinic, per: week, count: minutes, most: 180}",
     NULL},
    {"a target beyond the rooms",
     {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, target: 3}]\n"},
     NULL,
     "clinic: the target of 3 is never reached: 2 possible at the most"},
    {"a target beyond the people",
     {.service = "demand: [{task: support, at: hove, sessions: mon am, need: 1, target: 4}]\n"},
     NULL,
     "support: the target of 4 is never reached: 3 possible at the most"},
    {"a target that is reached on some days",
     {.service = "demand: [{task: support, at: hove, sessions: all, need: 1, target: 3}]\n"},
     NULL,
     NULL},
    {"a need at no price",
     {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,"
                 " prices: {need: 0}}]\n"},
     NULL,
     "at a price of 0 nobody need be there: 'need' asks for nothing"},
    {"a target at no price",
     {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, target: 2,"
                 " prices: {target: 0}}]\n"},
     NULL,
     "at a price of 0 nobody more need be there: 'target' asks for nothing"},
    {"requests that are worth nothing",
     {.service = "criteria: {session_requests: {most: 4, points: 0}}\n"},
     NULL,
     "at 0 points nothing comes of any session that is asked for"},
    {"a rota that is due before requests close",
     {.service = "criteria: {close: 10th of the month before, publish: {days_before: 22}}\n"},
     NULL,
     "requests for 2027-02 close on 2027-01-10, when its rota is due already (2027-01-10)"},
    {"a rota that is due the day after",
     {.service = "criteria: {close: 10th of the month before, publish: {days_before: 21}}\n"},
     NULL,
     NULL},
    {"a waiting list longer than the population",
     {.service = "waiting_list:\n  population: 50\n"
                 "  classes: {routine: {standard: 12, referrals: 4, list: {0-1: 51}}}\n"},
     NULL,
     "51 people wait, more than the 50 who are served"},
    {"all of the list is removed every week",
     {.service = "waiting_list:\n  removals: 1\n"
                 "  classes: {routine: {standard: 12, referrals: 4, list: {0-1: 51}}}\n"},
     NULL,
     "'removals: 1' is all of them; 1% is written 0.01"},
    {"nobody attends",
     {.service = "waiting_list:\n  dna: {new: 1, follow_up: 0.99}\n"
                 "  classes: {routine: {standard: 12, referrals: 4, list: {0-1: 51}}}\n"},
     NULL,
     "'new: 1' is all of them; 1% is written 0.01"},
    {"everybody is ill",
     {.service = "waiting_list:\n  sickness: 1\n"
                 "  classes: {routine: {standard: 12, referrals: 4, list: {0-1: 51}}}\n"},
     NULL,
     "'sickness: 1' is all of them; 1% is written 0.01"},
    {"calls that nobody makes",
     {.service = "waiting_list:\n  calls: {settled: 0.5}\n"
                 "  classes: {routine: {standard: 12, referrals: 4}}\n"},
     NULL,
     "no task has slots of kind 'call': 'calls' settles nobody"},
    {"first contacts that nobody offers",
     {.service = "waiting_list:\n  lost_fcp: 0.5\n"
                 "  classes: {routine: {standard: 12, referrals: 4}}\n"},
     NULL,
     "no task has slots of kind 'fcp': 'lost_fcp' is a share of nothing"},
    {"calls that settle nobody",
     {.service = "waiting_list: {classes: {routine: {standard: 12, referrals: 4}}}\n"
                 "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n  spine: {skill: spine, at: "
                 "hub, spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  calls: {at: remote, slots: {call: 9}, spare: yes}\n"},
     NULL,
     "tasks have slots of kind 'call', but no share of those called is settled ('calls'): to the "
     "waiting list they are nothing"},
    {"the fewest hours of a whole month, of somebody who joins within it",
     {.clinicians = "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      hours: {fewest: 60}, joins: 2027-02-15}\n"},
     NULL,
     "the pattern of 'cat' holds 45 h in 2027-02 from 2027-02-15 on, and the fewest are 60 h of a "
     "whole month"},
    {"the same of somebody who leaves",
     {.clinicians = "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      hours: {fewest: 60}, leaves: 2027-02-14}\n"},
     NULL,
     "the pattern of 'cat' holds 45 h in 2027-02 until 2027-02-14, and the fewest are 60 h of a "
     "whole month"},
    {"fewest hours that the part of the month holds",
     {.clinicians = "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      hours: {fewest: 45}, joins: 2027-02-15}\n"},
     NULL,
     NULL},
    {"afternoons at a site that has none",
     {.service = "sites:\n  hove: {kind: hub, open: {mon-fri: \"08:00-13:00\"}}\n"
                 "  crawley: {kind: hub}\n  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: hove, sessions: [am, pm], need: 1}]\n"},
     NULL,
     "nothing comes of 'pm' here: no site of this is open then"},
    {"afternoons at sites of which one has them",
     {.service = "sites:\n  hove: {kind: hub, open: {mon-fri: \"08:00-13:00\"}}\n"
                 "  crawley: {kind: hub}\n  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: [hove, crawley], sessions: [am, pm], need: 1}]\n"},
     NULL,
     NULL},
    {"a team of which no two work when it is to meet",
     {.clinicians = "dan: {band: 5, wte: 0.2, works: {mon: [am, pm]}, team: crawley,\n"
                    "      skills: {msk: yes}}\n"},
     "\n  - team_meeting: {task: support, sessions: tue am}",
     "in no session of this do two of the team 'crawley' work, so that it never meets"},
    {"a team of which two do",
     {.clinicians = "dan: {band: 5, wte: 0.2, works: {tue: [am, pm]}, team: crawley,\n"
                    "      skills: {msk: yes}}\n"},
     "\n  - team_meeting: {task: support, sessions: tue am}",
     NULL},
    {"a team of one",
     {.service = NULL},
     "\n  - team_meeting: {task: support, sessions: tue am}",
     NULL},
    /* demand and networks */
    {"demand while its site is shut",
     {.service = "demand: [{task: fcp, at: goldstone, sessions: mon am, need: 1}]\n"
                 "pcns:\n"
                 "  goldstone: {patients: 8000, open: {tue-fri: \"08:00-18:00\"}}\n"},
     NULL,
     "this is never asked for: no session of it is one in which its sites are open"},
    {"demand on one day, which is a closure",
     {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,"
                 " from: 2027-02-08, until: 2027-02-10}]\n",
      .month = "closures: [{from: 2027-02-08, to: 2027-02-08, reason: training}]\n"},
     NULL,
     "this is never asked for: no session of it is one in which its sites are open"},
    /* hours */
    {"a PCN whose hours hold no session",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "pcns:\n"
                 "  goldstone: {patients: 8000, open: {mon-fri: \"09:00-16:30\"}}\n"},
     "\n  - fcp_cover: {task: fcp}",
     "no session fits into the hours of 'goldstone': nothing but events can be had there"},
    {"a PCN whose hours hold no morning",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "pcns:\n"
                 "  goldstone: {patients: 8000, open: {mon-fri: \"09:00-18:30\"}}\n"},
     "\n  - fcp_cover: {task: fcp}",
     "no 'am' session, 08:30 to 12:15, fits into the hours of 'goldstone'"},
    {"a hub whose hours hold no afternoon",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-fri: \"08:00-16:30\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"},
     NULL,
     "no 'pm' session, 13:15 to 17:00, fits into the hours of 'hove'"},
    {"a hub that is not open in the mornings",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-fri: \"12:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"},
     NULL,
     NULL},
    {"a hub whose hours hold some of the mornings",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon: \"08:00-18:00\", tue-fri: \"09:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"},
     NULL,
     "no 'am' session, 08:30 to 12:15, fits into the hours of 'hove' on tue, wed, thu, fri"},
    {"a hub that closes a quarter of an hour early on four days",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-16:45\", fri: \"08:00-17:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"},
     NULL,
     "no 'pm' session, 13:15 to 17:00, fits into the hours of 'hove' on mon, tue, wed, thu"},
    {"a hub that is closed on friday afternoons",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\", fri: \"08:00-12:30\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"},
     NULL,
     NULL},
    {"a morning that a line names, and its hub never has",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: hove, sessions: [mon am, fri am], need: 1}]\n"},
     NULL,
     "nothing comes of 'fri' here: no site of this is open then"},
    {"an afternoon that a line names, and its hub never has",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\", fri: \"08:00-12:30\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: hove, sessions: mon-fri am pm, need: 1}]\n"},
     NULL,
     "nothing comes of 'fri pm' here: no site of this is open then"},
    {"an afternoon that one of a line's hubs has",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\", fri: \"08:00-12:30\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: every hub, sessions: mon-fri am pm, need: 1}]\n"},
     NULL,
     NULL},
    {"a line for whenever its hub is open",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\", fri: \"08:00-12:30\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: hove, sessions: all, need: 1}, {task: support, at: "
                 "hove, sessions: [am, pm], need: 1}]\n"},
     NULL,
     NULL},
    {"a day that a line names, and the service never has",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-fri: \"08:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"
                 "demand: [{task: clinic, at: hove, sessions: [fri am, sat am], need: 1}]\n"},
     NULL,
     "nothing comes of 'sat' here: no site of this is open then"},
    {"a day that a line of the month names, and its hub never has",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n",
      .month = "demand: [{task: clinic, at: hove, sessions: [thu am, fri am], need: 2}]\n"},
     NULL,
     "nothing comes of 'fri' here: no site of this is open then"},
    {"a day that a rule on cover names, and its hub never has",
     {.clinicians = ANN_BY_DAY,
      .service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-thu: \"08:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n"},
     "\n  - duty_cover: {task: duty, at: hove, sessions: [thu am, fri am]}",
     "nothing comes of 'fri' here: no site of this is open then"},
    {"an arrangement for a session that its hub never has",
     {.service = "week: {mon-fri: [am, pm]}\n"
                 "sites:\n"
                 "  hove: {kind: hub, open: {mon-tue: \"08:00-18:00\", thu-fri: \"08:00-18:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n",
      .clinicians =
          ANN_BY_DAY "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                     "      arrangements: [{every: [tue am, wed pm, thu pm], at: hove}]}\n"},
     NULL,
     "'cat' can do nothing on 'wed pm': this leaves no work for which a site is open, and to which "
     "they may be sent and able"},
    {"a PCN that is not open when a rule asks",
     {.service = "pcns:\n"
                 "  goldstone: {patients: 8000, open: {tue-fri: \"08:00-18:00\"}}\n"},
     "\n  - fcp_cover: {task: fcp, sessions: mon}",
     "no session of this fits into the hours of 'goldstone'"},
    {"a PCN that is not open when a line asks by patients, while another is",
     {.service = "pcns:\n"
                 "  goldstone: {patients: 8000, open: {tue-fri: \"08:00-18:00\"}}\n"
                 "  haven: {patients: 8000}\n"
                 "demand: [{task: fcp, at: every pcn, sessions: mon, per: week,\n"
                 "          need: 1 per 4000 patients}]\n"},
     NULL,
     "no session of this fits into the hours of 'goldstone'"},
    {"demand of another month",
     {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,"
                 " from: 2027-03-08}]\n"},
     NULL,
     NULL},
    {"a closure that moves a task to where it is not done",
     {.service = "demand:\n"
                 "  - {task: clinic, at: hove, sessions: mon am, need: 1}\n"
                 "  - {task: support, at: hove, sessions: mon am, need: 1}\n"
                 "tasks:\n"
                 "  clinic: {skill: msk, at: hub}\n"
                 "  spine: {skill: spine, at: hub, spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  duty: {at: remote, spare: yes}\n"
                 "  support: {at: hove}\n",
      .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n"},
     NULL,
     "'support' is not done at 'crawley': what 'hove' is asked for of it stays owed"},
    {"a network without patients",
     {.service = "pcns: {goldstone: {rooms: 1}, other: {patients: 9000, rooms: 1}}\n"},
     "\n  - fcp_cover: {task: fcp}",
     "'goldstone' has no 'patients', so 'fcp_cover' asks for nothing there"},
    {"a network without patients, and access that is fair",
     {.service = "pcns: {goldstone: {rooms: 1}, other: {patients: 9000, rooms: 1},"
                 " third: {patients: 5000, rooms: 1}}\n"},
     "\n  - fair_access: {task: fcp}",
     "'goldstone' has no 'patients', so 'fair_access' asks for nothing there"},
    /* absence */
    {"leave at a weekend",
     {.files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\nbob,2027-02-06,2027-02-07,annual,\n"}}},
     NULL,
     "nothing comes of this leave: 'bob' does not work then anyway"},
    {"leave on a day off the pattern, and at an hour that is not worked",
     {.files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\ncat,2027-02-01,2027-02-04,annual,\n"
                 "bob,2027-02-02,2027-02-02,annual,eve\n"}}},
     NULL,
     "nothing comes of this leave: 'bob' does not work then anyway"},
    {"leave that is written twice",
     {.files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\nbob,2027-02-01,2027-02-05,annual,\n"
                 "bob,2027-02-03,2027-02-03,study,pm\n"}}},
     NULL,
     "nothing comes of this leave: 'bob' is away by 2027-02/leave.csv:2"},
    {"leave while the service is closed",
     {.month = "closures: [{from: 2027-02-08, to: 2027-02-09}]\n",
      .files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\nbob,2027-02-08,2027-02-08,annual,\n"}}},
     NULL,
     "nothing comes of this leave: 'bob' is away by 2027-02/month.yaml:1"},
    {"leave that adds a session to other leave",
     {.files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\nbob,2027-02-03,2027-02-03,annual,am\n"
                 "bob,2027-02-03,2027-02-03,study,\n"}}},
     NULL,
     NULL},
    {"leave that reaches into another month",
     {.files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\nbob,2027-02-27,2027-03-02,annual,\n"}}},
     NULL,
     NULL},
    {"a site closed when it is not open",
     {.month = "closures: [{site: hove, from: 2027-02-06, to: 2027-02-07}]\n"},
     NULL,
     "nothing is closed by this: 'hove' is not open then"},
    {"a site closed in a session that its day has not",
     {.month = "closures: [{site: hove, from: 2027-02-03, sessions: eve}]\n"},
     NULL,
     "nothing is closed by this: 'hove' is not open then"},
    {"a site closed while the service is",
     {.month = "closures:\n  - {from: 2027-02-08, to: 2027-02-12}\n"
               "  - {site: hove, from: 2027-02-08, sessions: am}\n"},
     NULL,
     "nothing is closed by this: 'hove' is closed by 2027-02/month.yaml:2"},
    {"two closures of a site, of which one lapses",
     {.month = "closures:\n  - {site: hove, from: 2027-02-08, to: 2027-02-09}\n"
               "  - {site: hove, from: 2027-02-09, to: 2027-02-10, owed: no}\n"},
     NULL,
     "in some of these sessions 2027-02/month.yaml:2 closes too, and only one of the two says "
     "'owed: no', which holds then"},
    {"two closures of a site, of which one says where the work goes",
     {.service = "demand: [{task: clinic, at: hove, sessions: tue am, need: 1}]\n",
      .month = "closures:\n  - {site: hove, from: 2027-02-08, to: 2027-02-09}\n"
               "  - {site: hove, from: 2027-02-09, to: 2027-02-10, moves_to: crawley}\n"},
     NULL,
     "in some of these sessions 2027-02/month.yaml:2 closes too, and moves the work elsewhere: the "
     "first that says where holds"},
    {"a site closed while the service is, of which nothing is owed",
     {.month = "closures:\n  - {from: 2027-02-08, to: 2027-02-12}\n"
               "  - {site: hove, from: 2027-02-08, owed: no}\n"},
     NULL,
     NULL},
    {"a closure within another of its site, of which nothing is owed",
     {.month = "closures:\n  - {site: hove, from: 2027-02-08, to: 2027-02-12}\n"
               "  - {site: hove, from: 2027-02-09, owed: no}\n"},
     NULL,
     "in some of these sessions 2027-02/month.yaml:2 closes too, and only one of the two says "
     "'owed: no', which holds then"},
    {"a closure that moves work to where it is shut too",
     {.service = "demand: [{task: clinic, at: hove, sessions: tue am, need: 1}]\n",
      .month = "closures:\n  - {site: hove, from: 2027-02-09, moves_to: crawley}\n"
               "  - {site: crawley, from: 2027-02-08, to: 2027-02-12}\n"},
     NULL,
     "'crawley' is not open then either: what 'hove' is asked for stays owed"},
    {"a closure that moves work to where it is never open on that day",
     {.service = "demand: [{task: clinic, at: hove, sessions: tue am, need: 1}]\n"
                 "sites:\n  hove: {kind: hub}\n  remote: {kind: remote}\n"
                 "  crawley: {kind: hub, open: {mon: \"08:00-18:00\"}}\n",
      .month = "closures: [{site: hove, from: 2027-02-09, moves_to: crawley}]\n"},
     NULL,
     "'crawley' is not open then either: what 'hove' is asked for stays owed"},
    {"a closure that moves work to where it is open for a part of it",
     {.service = "demand: [{task: clinic, at: hove, sessions: tue am, need: 1}]\n",
      .month = "closures:\n  - {site: hove, from: 2027-02-08, to: 2027-02-12, moves_to: crawley}\n"
               "  - {site: crawley, from: 2027-02-08}\n"},
     NULL,
     NULL},
    {"a rule whose only session is closed in this month",
     {.service = "sites:\n  hove: {kind: hub}\n  crawley: {kind: hub}\n"
                 "  hall: {open: {wed: \"08:00-18:00\"}}\n"
                 "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n"
                 "  drop-in: {skill: msk, at: hall}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  spine: {skill: spine, at: hub, spare: yes}\n",
      .month = "closures: [{site: hall, from: 2027-02-03}]\n"
               "events: {fair: {at: hall, on: 2027-02-03 am, need: [{task: drop-in, need: 1}]}}\n"},
     "\n  - lone_working: {at: hall}",
     NULL},
    {"an event outside the hours of its site",
     {.service = "sites:\n  hove: {kind: hub}\n  crawley: {kind: hub}\n"
                 "  hall: {open: {wed: \"12:30-18:00\"}}\n"
                 "tasks:\n  clinic: {skill: msk, at: [hub, hall], spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  spine: {skill: spine, at: hub, spare: yes}\n",
      .month = "events: {fair: {at: hall, on: 2027-02-03 am, need: [{task: clinic, need: 1}]}}\n"},
     NULL,
     "'hall' is not open on Wed 3 Feb am by its hours: the event is held all the same"},
    {"an event within the hours of its site, and one where it is closed",
     {.service = "sites:\n  hove: {kind: hub}\n  crawley: {kind: hub}\n"
                 "  hall: {open: {wed: \"12:30-18:00\"}}\n"
                 "tasks:\n  clinic: {skill: msk, at: [hub, hall], spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  spine: {skill: spine, at: hub, spare: yes}\n",
      .month = "closures: [{site: hall, from: 2027-02-10}]\n"
               "events: {fair: {at: hall, on: [2027-02-03 pm, 2027-02-10 am],\n"
               "                need: [{task: clinic, need: 1}]}}\n"},
     NULL,
     NULL},
    {"a site closed for a fortnight in which the service has an afternoon off",
     {.month = "closures:\n  - {site: hove, from: 2027-02-08, to: 2027-02-19}\n"
               "  - {from: 2027-02-10, to: 2027-02-10, sessions: pm, owed: no}\n"},
     NULL,
     NULL},
    {"a site closed on a Saturday that an event opens",
     {.month = "closures: [{site: hove, from: 2027-02-06}]\n"
               "events: {fair: {at: hove, on: 2027-02-06 am, need: [{task: clinic, need: 0}]}}\n"},
     NULL,
     NULL},
    {"a task that nobody asks for",
     {.service = "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n"
                 "  spine: {skill: spine, at: hub}\n  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  support: {at: remote, spare: yes}\n"},
     NULL,
     "nobody asks for 'spine', so that it is never planned: no line of demand does, and no rule; "
     "or say 'spare: yes'"},
    {"tasks that a rule, a least and an arrangement ask for",
     {.service = "tasks:\n  clinic: {skill: msk, at: hub}\n  spine: {skill: spine, at: hub}\n"
                 "  fcp: {skill: fcp, at: pcn}\n  support: {at: remote}\n",
      .clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{every: mon am, task: support}]}\n"},
     "\n  - count_limit: {task: spine, per: month, least: 1, hard: no}"
     "\n  - capacity_floor: {task: clinic, per: week, least: 20}"
     "\n  - fcp_cover: {task: fcp}",
     NULL},
    /* what is written twice */
    {"a line of demand that is written twice",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: mon am, need: 1}\n"
                 "  - {task: clinic, at: [hove], sessions: [mon am], need: 1, target: 1}\n"},
     NULL,
     "this asks for what service.yaml:23 asks for: the same people count for both, and whoever is "
     "missing is paid for twice"},
    {"a hard line that is written twice",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: mon am, need: 1, hard: yes}\n"
                 "  - {task: clinic, at: hove, sessions: mon am, need: 1, hard: yes}\n"},
     NULL,
     "this asks for what service.yaml:23 asks for: the same people count for both, and nothing "
     "more "
     "is asked for"},
    {"a line twice in the month, of which one would do in the service's place",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: mon am, need: 1}\n",
      .month = "demand:\n  - {task: clinic, at: hove, sessions: mon am, need: 2}\n"
               "  - {task: clinic, at: hove, sessions: mon am, need: 2}\n"},
     NULL,
     "this asks for what 2027-02/month.yaml:2 asks for: the same people count for both, and "
     "whoever "
     "is missing is paid for twice"},
    {"what an event needs, written twice",
     {.month = "events:\n  fair: {at: hove, on: 2027-02-03 am,\n"
               "    need: [{task: clinic, need: 1},\n           {task: clinic, need: 1}]}\n"},
     NULL,
     "this asks for what 2027-02/month.yaml:3 asks for: the same people count for both, and "
     "whoever "
     "is missing is paid for twice"},
    {"lines alike but for a session, a site, their dates, their prices' numbers and what is hard",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: mon am, need: 1}\n"
                 "  - {task: clinic, at: hove, sessions: mon pm, need: 1}\n"
                 "  - {task: clinic, at: crawley, sessions: mon am, need: 1}\n"
                 "  - {task: clinic, at: hove, sessions: mon am, need: 1, from: 2027-02-08}\n"
                 "  - {task: clinic, at: hove, sessions: mon am, need: 2}\n"
                 "  - {task: clinic, at: hove, sessions: mon am, need: 1, hard: yes}\n"},
     NULL,
     NULL},
    {"a rule that is written twice",
     {.service = NULL},
     "\n  - duty_cover: {task: duty}\n  - duty_cover: {task: duty, weight: 100}",
     "this asks for what service.yaml:23 asks for: both count, so whatever breaks one is paid for "
     "twice"},
    {"a limit that is written twice",
     {.service = NULL},
     "\n  - count_limit: {who: {clinicians: [ann, bob]}, task: clinic, per: week, most: 1}"
     "\n  - count_limit: {who: {clinicians: [bob, ann]}, task: clinic, per: week, most: 1}",
     "this asks for what service.yaml:23 asks for: one of the two is enough"},
    {"a rule that is turned off, and on again",
     {.service = NULL},
     "\n  - duty_cover: {task: duty, weight: 0}\n  - duty_cover: {task: duty}",
     NULL},
    {"limits alike but for the people, the days, the period and the number",
     {.service = NULL},
     "\n  - count_limit: {who: {clinicians: ann}, task: clinic, per: week, most: 2}"
     "\n  - count_limit: {who: {clinicians: bob}, task: clinic, per: week, most: 2}"
     "\n  - count_limit: {who: {clinicians: ann}, task: clinic, sessions: mon, per: week, most: 1}"
     "\n  - count_limit: {who: {clinicians: ann}, task: clinic, per: day, most: 1}"
     "\n  - count_limit: {who: {clinicians: ann}, task: clinic, per: week, most: 1, weight: 5}",
     NULL},
    {"more of a task than a hard limit allows",
     {.service = NULL},
     "\n  - count_limit: {task: clinic, per: week, most: 1}"
     "\n  - count_limit: {task: clinic, per: week, least: 2, weight: 5}",
     "'least: 2' can't be kept: service.yaml:23 allows no more than 1 of the same"},
    {"as much of a task as a hard limit allows",
     {.service = NULL},
     "\n  - count_limit: {task: clinic, per: week, most: 2}"
     "\n  - count_limit: {task: clinic, per: week, least: 2, weight: 5}",
     NULL},
    /* two events at once */
    {"two events that count the same people",
     {.month = "events:\n  fair: {at: hove, on: 2027-02-03 am, need: [{task: clinic, need: 1}]}\n"
               "  talk: {at: hove, on: [2027-02-02 am, 2027-02-03 am], need: [{task: clinic, need: "
               "1}]}\n"},
     NULL,
     "on Wed 3 Feb am 'fair' is held at 'hove' too (2027-02/month.yaml:2), and the same people "
     "count "
     "as 'clinic' for both: give one of them a task of its own"},
    {"two events that need more rooms than there are",
     {.service = "sites:\n  hove: {kind: hub, rooms: 2}\n  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n",
      .month = "events:\n  fair: {at: hove, on: 2027-02-03 am, need: [{task: clinic, need: 2}]}\n"
               "  talk: {at: hove, on: 2027-02-03 am, need: [{task: spine, need: 1}]}\n"},
     NULL,
     "on Wed 3 Feb am this and 'fair' (2027-02/month.yaml:2) need 3 rooms at 'hove' together, "
     "which "
     "has 2"},
    {"two events of two tasks in all the rooms, and another at the next session",
     {.service = "sites:\n  hove: {kind: hub, rooms: 2}\n  crawley: {kind: hub}\n"
                 "  remote: {kind: remote}\n",
      .month = "events:\n  fair: {at: hove, on: 2027-02-03 am, need: [{task: clinic, need: 1}]}\n"
               "  talk: {at: hove, on: 2027-02-03 am, need: [{task: spine, need: 1}]}\n"
               "  walk: {at: hove, on: 2027-02-03 pm, need: [{task: clinic, need: 2}]}\n"},
     NULL,
     NULL},
    /* patterns and dates */
    {"a pattern on a day that the service never has",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-tue: [am, pm], sat: [am]},\n"
                    "      skills: {msk: yes}}\n"},
     NULL,
     "'cat' works 'sat am' by this pattern, when the service is never open and no event runs"},
    {"the same in one week of two, from a change on",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      changes: [{from: 2027-02-15, works: {odd: {mon-wed: [am, pm]},\n"
                    "      even: {mon-tue: [am, pm], wed: [eve]}}}]}\n"},
     NULL,
     "'cat' works 'wed eve' by this pattern, when the service is never open and no event runs"},
    {"a pattern on a Saturday on which an event runs",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-tue: [am, pm], sat: [am]},\n"
                    "      skills: {msk: yes}}\n",
      .month = "events: {fair: {at: hove, on: 2027-02-06 am, need: [{task: clinic, need: 1}]}}\n"},
     NULL,
     NULL},
    /* what stands in the service */
    {"a task that nobody has the skill for",
     {.service = "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n  spine: {skill: spine, at: "
                 "hub, spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n  support: {at: remote, spare: yes}\n"
                 "  pelvic: {skill: pelvic, at: hub, spare: yes}\n"},
     NULL,
     "nobody who may be sent to where it is done can do 'pelvic'"},
    {"a task where those who can do it are never sent",
     {.service =
          "sites:\n  hove: {kind: hub}\n  crawley: {kind: hub}\n  remote: {kind: remote}\n"
          "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n  fcp: {skill: fcp, at: pcn, "
          "spare: yes}\n"
          "  support: {at: remote, spare: yes}\n  spine: {skill: spine, at: crawley, spare: yes}\n",
      .clinicians = "ann: {band: 7, works: {mon-fri: [am, pm]}, sites: [hove, goldstone],\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"},
     NULL,
     "nobody who may be sent to where it is done can do 'spine'"},
    {"a site where nothing is done",
     {.service = "sites:\n  hove: {kind: hub}\n  crawley: {kind: hub}\n  remote: {kind: remote}\n"
                 "  library: {}\n"},
     NULL,
     "no task is done at 'library'"},
    {"a site where nobody is sent",
     {.service = "sites:\n  hove: {kind: hub}\n  crawley: {kind: hub}\n  remote: {kind: remote}\n"
                 "  lewes: {kind: hub}\n",
      .clinicians =
          "ann: {band: 7, works: {mon-fri: [am, pm]}, sites: [hove, goldstone, remote],\n"
          "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
          "bob: {band: 6, works: {mon-fri: [am, pm]}, sites: [hove, goldstone],\n"
          "      skills: {msk: yes, fcp: {stage: 2}}}\n"
          "cat: {band: 5, works: {mon-fri: [am, pm]}, sites: [crawley], skills: {msk: yes}}\n"},
     NULL,
     "nobody who may be sent to 'lewes' can do what is done there"},
    {"a journey that nobody makes",
     {.clinicians = "ann: {band: 7, works: {mon-fri: [am, pm]}, sites: [hove, goldstone, remote],\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
                    "bob: {band: 6, works: {mon-fri: [am, pm]}, sites: [hove, goldstone],\n"
                    "      skills: {msk: yes, fcp: {stage: 2}}}\n"
                    "cat: {band: 5, works: {mon-fri: [am, pm]}, sites: [crawley, goldstone],\n"
                    "      skills: {msk: yes}}\n",
      .files = {{"travel.csv", "from,to,minutes\nhove,goldstone,10\ncrawley,goldstone,40\n"}}},
     NULL,
     "nobody works at both 'crawley' and 'goldstone'"},
    {"a journey to where nobody travels",
     {.files = {{"travel.csv", "from,to,minutes\nhove,goldstone,10\nremote,hove,40\n"}}},
     NULL,
     "nobody travels to or from 'remote', which is remote"},
    {"a full table of journeys, some of which nobody makes",
     {.clinicians = "ann: {band: 7, works: {mon-fri: [am, pm]}, sites: [hove, goldstone, remote],\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
                    "bob: {band: 6, works: {mon-fri: [am, pm]}, sites: [hove, goldstone],\n"
                    "      skills: {msk: yes, fcp: {stage: 2}}}\n"
                    "cat: {band: 5, works: {mon-fri: [am, pm]}, sites: [crawley, goldstone],\n"
                    "      skills: {msk: yes}}\n",
      .files = {{"travel.csv",
                 "from,to,minutes\nhove,goldstone,10\ncrawley,goldstone,40\nhove,crawley,35\n"}}},
     NULL,
     NULL},
    {"a skill that nothing goes by",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]},\n"
                    "      skills: {msk: yes, acupuncture: yes}}\n"},
     NULL,
     "no task takes the skill 'acupuncture', and no 'who' names it"},
    {"a skill that a rule goes by",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]},\n"
                    "      skills: {msk: yes, acupuncture: yes}}\n"},
     "\n  - count_limit: {who: {skill: acupuncture}, task: clinic, per: week, most: 3}",
     NULL},
    {"calls that nothing counts",
     {.service = "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n  spine: {skill: spine, at: "
                 "hub, spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  calls: {at: remote, minutes_per_contact: 40, spare: yes}\n"},
     NULL,
     "nothing counts the contacts of 'calls' by 'minutes_per_contact': no 'capacity_floor' without "
     "'contacts' is about it"},
    {"calls that the waiting list counts",
     {.service = "waiting_list: {classes: {routine: {standard: 12, referrals: 4}}, calls: "
                 "{settled: 0.4}}\n"
                 "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n  spine: {skill: spine, at: "
                 "hub, spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  calls: {at: remote, minutes_per_contact: 40, spare: yes}\n"},
     NULL,
     NULL},
    {"calls that a floor counts",
     {.service = "tasks:\n  clinic: {skill: msk, at: hub, spare: yes}\n  spine: {skill: spine, at: "
                 "hub, spare: yes}\n"
                 "  fcp: {skill: fcp, at: pcn, spare: yes}\n"
                 "  calls: {at: remote, minutes_per_contact: 40, spare: yes}\n"},
     "\n  - capacity_floor: {task: calls, per: week, least: 20}",
     NULL},
    /* people */
    {"a pattern below the contract",
     {.clinicians = "cat: {band: 5, wte: 1.0, works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     "the pattern of 'cat' holds 22 h 30 a week, and the contract is 37 h 30"},
    {"an arrangement for a day off the pattern",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{every: thu am, at: hove}]}\n"},
     NULL,
     "nothing comes of this: 'cat' never works then"},
    {"an arrangement at a site to which the person is not sent",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      sites: [crawley, remote], arrangements: [{every: tue am, at: hove}]}\n"},
     NULL,
     "'cat' can do nothing on 'tue am': this leaves no work for which a site is open, and to which "
     "they may be sent and able"},
    {"an arrangement for a task without the skill",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{every: tue am, task: spine}]}\n"},
     NULL,
     "'cat' can do nothing on 'tue am': this leaves no work for which a site is open, and to which "
     "they may be sent and able"},
    {"an arrangement of another month",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{every: thu am, at: hove, until: 2027-01-31}]}\n"},
     NULL,
     "this ended on 2027-01-31, before any month that is here"},
    {"two arrangements for two places at once",
     {.clinicians =
          "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
          "      arrangements: [{every: tue am, at: hove}, {every: tue, at: crawley}]}\n"},
     NULL,
     "with what clinicians.yaml:8 says, this leaves 'cat' nothing to do on 'tue am'"},
    {"an arrangement for when another says never",
     {.clinicians = "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{never: tue am}, {every: tue am, at: crawley}]}\n"},
     NULL,
     "with what clinicians.yaml:8 says, this leaves 'cat' nothing to do on 'tue am'"},
    {"two arrangements that go together",
     {.clinicians =
          "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
          "      arrangements: [{every: tue am, at: hove}, {every: tue am, task: clinic},\n"
          "        {never: tue am, at: crawley}, {never: wed am}]}\n"},
     NULL,
     NULL},
    {"an arrangement of a month to come",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{every: thu am, at: hove, from: 2027-03-01}]}\n"},
     NULL,
     NULL},
    {"demand that has ended",
     {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, until: "
                 "2027-01-31}]\n"},
     NULL,
     "this ended on 2027-01-31, before any month that is here"},
    {"an event that came back until last month",
     {.service = "events: {fair: {at: hove, on: {every: 2nd wed pm, until: 2027-01-31},\n"
                 "                need: [{task: clinic, need: 1}]}}\n"},
     NULL,
     "this ended on 2027-01-31, before any month that is here"},
    {"a limit on being off that has ended",
     {.service = "criteria: {off: {sessions: mon, most: 1, until: 2027-01-31}}\n"},
     NULL,
     "this ended on 2027-01-31, before any month that is here"},
    {"a line of the month for another month",
     {.month = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, from: 2027-03-01}]\n"},
     NULL,
     "none of its dates is in 2027-02"},
    {"half a session below the contract",
     {.clinicians = "cat: {band: 5, wte: 0.65, works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     NULL},
    {"a pattern far above the contract",
     {.clinicians = "cat: {band: 5, wte: 0.4, works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     "the pattern of 'cat' holds 37 h 30 a week, and the contract is 15 h"},
    {"a pattern a day above the contract",
     {.clinicians = "cat: {band: 5, wte: 0.8, works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     "the pattern of 'cat' holds 37 h 30 a week, and the contract is 30 h"},
    {"half a day above the contract",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     NULL},
    {"an evening and half a day above the contract",
     {.clinicians =
          "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm], tue: eve}, skills: {msk: yes}}\n"},
     NULL,
     NULL},
    {"on call every evening, and not meant to work them all",
     {.service = "week: {mon-fri: [am, pm, eve], sat-sun: [am]}\n",
      .clinicians = "cat: {band: 5, wte: 1, works: {mon-fri: [am, pm, eve], sat-sun: [am]},\n"
                    "      skills: {msk: yes}}\n"},
     NULL,
     NULL},
    {"on call every evening, and a contract that is cut",
     {.service = "week: {mon-fri: [am, pm, eve]}\n",
      .clinicians = "cat: {band: 5, wte: 0.8, works: {mon-fri: [am, pm, eve]},\n"
                    "      skills: {msk: yes}}\n"},
     NULL,
     "the pattern of 'cat' holds 52 h 30 a week, and the contract is 30 h"},
    {"a pattern above the contract in one week of two",
     {.clinicians = "cat: {band: 5, wte: 0.4, skills: {msk: yes}, works: {cycle: 2027-02-01,\n"
                    "      weeks: [{mon-fri: [am, pm]}, {mon-wed: [am, pm]}]}}\n"},
     NULL,
     "the pattern of 'cat' holds 30 h a week, and the contract is 15 h"},
    {"a pattern above the contract, and own hours",
     {.clinicians = "cat: {band: 5, wte: 0.4, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      hours: {most: 100}}\n"},
     NULL,
     NULL},
    {"a contract that is cut within the month",
     {.clinicians = "cat: {band: 5, wte: 1, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      changes: [{from: 2027-02-15, wte: 0.6}]}\n"},
     NULL,
     "the pattern of 'cat' holds 37 h 30 a week, and the contract is 22 h 30"},
    {"weeks in turn that hold the contract",
     {.clinicians = "cat: {band: 5, wte: 0.5, skills: {msk: yes}, works: {cycle: 2027-02-01,\n"
                    "      weeks: [{mon-fri: [am, pm]}, {}]}}\n"},
     NULL,
     NULL},
    {"weeks in turn that do not",
     {.clinicians = "cat: {band: 5, wte: 0.6, skills: {msk: yes}, works: {cycle: 2027-02-01,\n"
                    "      weeks: [{mon-fri: [am, pm]}, {}]}}\n"},
     NULL,
     "the pattern of 'cat' holds 18 h 45 a week, and the contract is 22 h 30"},
    {"a pattern below the contract from the 15th on",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      changes: [{from: 2027-02-15, wte: 1.0}]}\n"},
     NULL,
     "the pattern of 'cat' holds 22 h 30 a week, and the contract is 37 h 30"},
    {"a pattern that was below the contract, and one that will be",
     {.clinicians =
          "cat: {band: 5, wte: 1.0, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
          "      changes: [{from: 2027-02-01, wte: 0.6}, {from: 2027-03-01, wte: 1.0}]}\n"},
     NULL,
     NULL},
    {"own hours that are too many from the 15th on, and on average",
     {.clinicians =
          "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
          "      hours: {fewest: 80}, changes: [{from: 2027-02-15, hours: {fewest: 101}}]}\n"},
     NULL,
     "the pattern of 'cat' holds 90 h in 2027-02, and the fewest are 90 h 30"},
    {"somebody who is promoted out of what is asked",
     {.clinicians = "cat: {band: 5, wte: 0.6, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      changes: [{from: 2027-01-15, band: 6}]}\n"},
     "\n  - count_limit: {who: {band: 5}, task: clinic, per: month, least: 2}",
     "nobody who is here is meant by this"},
    {"more own hours than the month has",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      hours: {fewest: 100}}\n"},
     NULL,
     "the pattern of 'cat' holds 90 h in 2027-02, and the fewest are 100 h"},
    {"blocks that touch, all day",
     {.service = "sessions:\n  am: {from: \"08:30\", to: \"12:00\"}\n"
                 "  pm: {from: \"12:00\", to: \"15:30\"}\n"
                 "  eve: {from: \"16:00\", to: \"20:00\"}\n",
      .clinicians =
          "ann: {band: 7, wte: 0.5, works: {mon-fri: am}, skills: {msk: yes, spine: yes,\n"
          "      fcp: {stage: 2}}}\n"
          "bob: {band: 6, wte: 0.5, works: {mon-fri: pm}, skills: {msk: yes,\n"
          "      fcp: {stage: 1}}}\n"
          "cat: {band: 5, wte: 0.4, works: {wed-thu: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     "'cat' can never work all of the pattern, by 'working_time': cat works 7 h on Wed 3 Feb "
     "without a break of 20 min"},
    {"blocks that touch, with a rest between",
     {.service = "sessions:\n  am: {from: \"08:30\", to: \"12:00\"}\n"
                 "  pm: {from: \"12:20\", to: \"15:50\"}\n"
                 "  eve: {from: \"16:00\", to: \"20:00\"}\n",
      .clinicians = "cat: {band: 5, wte: 0.4, works: {wed-thu: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     NULL},
    {"an evening before a morning that is early",
     {.service = "sessions:\n  am: {from: \"06:30\", to: \"10:15\"}\n"
                 "  pm: {from: \"13:15\", to: \"17:00\"}\n"
                 "  eve: {from: \"17:00\", to: \"20:00\"}\n",
      .clinicians =
          "ann: {band: 7, wte: 0.5, works: {mon-fri: am}, skills: {msk: yes, spine: yes,\n"
          "      fcp: {stage: 2}}}\n"
          "cat: {band: 5, wte: 0.2, works: {tue: eve, wed: am}, skills: {msk: yes}}\n"},
     NULL,
     "'cat' can never work all of the pattern, by 'working_time': cat rests for 10 h 30 min before "
     "Wed 3 Feb; the least is 11 h"},
    {"more hours than the average may be",
     {.service = "sessions:\n  am: {from: \"08:30\", to: \"12:15\"}\n"
                 "  pm: {from: \"13:15\", to: \"17:00\"}\n"
                 "  eve: {from: \"17:30\", to: \"20:30\"}\n"
                 "week: {mon-fri: [am, pm, eve]}\n",
      .clinicians = "cat: {band: 5, wte: 1.2, skills: {msk: yes}, hours: {most: 210},\n"
                    "      works: {mon-thu: [am, pm, eve], fri: [am, pm]}}\n"},
     NULL,
     "'cat' can never work all of the pattern, by 'working_time': cat works 198 h from Mon 1 Feb "
     "to the month's end: 6 h over an average of 48 h a week"},
    {"days in a row, where the service says so",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"},
     "\n  - consecutive: {who: {clinicians: cat}, most_days: 2, hard: yes}",
     "'cat' can never work all of the pattern, by 'consecutive': cat works 3 days in a row, Mon 1 "
     "Feb "
     "to Wed 3 Feb; the most is 2"},
    {"days in a row, where that has a price",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"},
     "\n  - consecutive: {who: {clinicians: cat}, most_days: 2, weight: 5}",
     NULL},
    {"a named person who has left",
     {.clinicians = "ann: {band: 7, wte: 1.0, works: {mon-fri: [am, pm], tue: [eve]},\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}, leaves: 2027-01-31}\n"},
     NULL,
     "'ann', named first contact practitioner of 'goldstone', has left (2027-01-31)"},
    {"a deputy who is not here yet",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, joins: 2027-03-01,\n"
                    "      skills: {msk: yes, fcp: {stage: 1}}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', has not joined yet (2027-03-01)"},
    {"a deputy who is never sent there",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, sites: [hub],\n"
                    "      skills: {msk: yes, fcp: {stage: 1}}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', is never sent there"},
    {"a deputy who can do nothing there",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', can do nothing that is done there"},
    {"a deputy whose skill ends before the month",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1, until: 2027-01-31}}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', can do nothing that is done there"},
    {"a named person who leaves within the month",
     {.clinicians = "ann: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]}, leaves: 2027-02-12,\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"},
     NULL,
     "'ann', named first contact practitioner of 'goldstone', leaves on 2027-02-12"},
    {"a deputy who joins within the month",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1}}, joins: 2027-02-15}\n"},
     NULL,
     "'bob', deputy of 'goldstone', joins on 2027-02-15"},
    {"a deputy whose skill ends within the month",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1, until: 2027-02-10}}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', can do nothing that is done there from 2027-02-11 on"},
    {"a deputy whose skill begins within the month",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1, since: 2027-02-11}}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', can do nothing that is done there before 2027-02-11"},
    {"a deputy who is sent elsewhere within the month",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1}}, changes: [{from: 2027-02-10, "
                    "sites: [hub]}]}\n"},
     NULL,
     "'bob', deputy of 'goldstone', is not sent there from 2027-02-10 on"},
    {"a deputy who can do something else there",
     {.service = "tasks:\n  clinic: {skill: msk, at: [hub, pcn], spare: yes}\n"
                 "  spine: {skill: spine, at: hub, spare: yes}\n"
                 "  fcp: {skill: fcp, min_stage: 1, at: pcn, spare: yes}\n"
                 "  support: {at: hub, spare: yes}\n"
                 "sites: {hove: {kind: hub}, crawley: {kind: hub}}\n",
      .clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1, until: 2027-02-10}}}\n"},
     "\n  - fcp_cover: {task: fcp}",
     "'bob', deputy of 'goldstone', can do nothing that is done there from 2027-02-11 on"},
    {"leaders who leave within the month",
     {.clinicians = "dan: {band: 8, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-02-12}\n"},
     "\n  - debrief: {leaders: {clinicians: dan}}",
     "nobody who is here is meant by 'leaders' from 2027-02-13 on"},
    {"a named person who never works when it is open",
     {.service = "pcns: {goldstone: {patients: 8000, open: {mon-wed: \"08:00-18:00\"},\n"
                 "                   fcp: {named: [ann], deputy: [bob]}}}\n",
      .clinicians = "bob: {band: 6, wte: 0.4, works: {thu-fri: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 1}}}\n"},
     NULL,
     "'bob', deputy of 'goldstone', never works when it is open"},
    {"a supervisor who works on other days",
     {.clinicians = "cat: {band: 5, wte: 0.4, works: {mon-tue: [am, pm]}, skills: {msk: yes},\n"
                    "      supervisor: dan}\n"
                    "dan: {band: 8, wte: 0.4, works: {thu-fri: [am, pm]}, skills: {msk: yes}}\n"},
     "\n  - supervision: {task: support}",
     "'dan', supervisor of 'cat', never works when they do"},
    {"a supervisor who works on other days, and nobody asks them to meet",
     {.clinicians = "cat: {band: 5, wte: 0.4, works: {mon-tue: [am, pm]}, skills: {msk: yes},\n"
                    "      supervisor: dan}\n"
                    "dan: {band: 8, wte: 0.4, works: {thu-fri: [am, pm]}, skills: {msk: yes}}\n"},
     NULL,
     NULL},
    {"leaders who have left",
     {.clinicians = "dan: {band: 8, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-01-31}\n"},
     "\n  - debrief: {leaders: {clinicians: dan}}",
     "nobody who is here is meant by 'leaders'"},
    {"a trainee whom nobody debriefs",
     {.clinicians = "ann: {band: 7, wte: 0.4, works: {mon-tue: [am, pm]},\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
                    "cat: {band: 5, wte: 0.4, works: {wed-thu: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 0, trainee: yes}}}\n"},
     NULL,
     "nobody who can debrief 'cat' in 'fcp' ever works on the same day"},
    {"a trainee whom another is named to debrief",
     {.clinicians = "ann: {band: 7, wte: 0.4, works: {mon-tue: [am, pm]},\n"
                    "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
                    "cat: {band: 5, wte: 0.4, works: {wed-thu: [am, pm]},\n"
                    "      skills: {msk: yes, fcp: {stage: 0, trainee: yes}}}\n"},
     "\n  - trainee: {debriefers: {clinicians: bob}}",
     NULL},
    {"a supervisor who has left",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      supervisor: dan}\n"
                    "dan: {band: 8, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-01-31}\n"},
     NULL,
     "'dan', supervisor of 'cat', has left (2027-01-31)"},
    {"a supervisor who leaves within the month",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      supervisor: dan}\n"
                    "dan: {band: 8, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-02-15}\n"},
     NULL,
     "'dan', supervisor of 'cat', leaves on 2027-02-15"},
    {"a supervisor who leaves with whom they supervise",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      supervisor: dan, leaves: 2027-02-15}\n"
                    "dan: {band: 8, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-02-15}\n"},
     NULL,
     NULL},
    {"wishes of somebody who has left",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-01-31}\n",
      .files = {{"2027-02/preferences/cat.yaml",
                 "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\nsites: {hove: love}\n"}}},
     NULL,
     "nothing comes of these: 'cat' has left (2027-01-31)"},
    {"a wish to be with somebody who has left",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-01-31}\n",
      .files = {{"2027-02/preferences/ann.yaml",
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\npeople: {cat: like}\n"}}},
     NULL,
     "nothing comes of this: 'cat' has left (2027-01-31)"},
    {"leave of somebody who has left",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-01-31}\n",
      .files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\ncat,2027-02-02,2027-02-03,annual,\n"}}},
     NULL,
     "nothing comes of this leave: 'cat' has left (2027-01-31)"},
    {"wishes for what there is not",
     {.clinicians = "cat: {band: 5, wte: 0.4, works: {mon-tue: [am, pm]}, skills: {msk: yes},\n"
                    "      arrangements: [{every: mon-fri, at: crawley}]}\n",
      .files = {{"2027-02/preferences/cat.yaml",
                 "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
                 "locations: {hove: love, crawley: like}\n"}}},
     NULL,
     "nothing comes of this: there is no such work for 'cat'"},
    {"a wish for a place in a session in which it is shut",
     {.service = "sites:\n  hove: {kind: hub}\n  remote: {kind: remote}\n"
                 "  crawley: {kind: hub, open: {mon-wed: \"08:00-18:00\"}}\n",
      .files = {{"2027-02/preferences/bob.yaml",
                 "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\nsessions:\n"
                 "  - {every: mon am, want: {at: crawley}}\n"
                 "  - {every: thu am, want: {at: crawley}}\n"}}},
     NULL,
     "nothing comes of this: there is no such work for 'bob'"},
    {"a request that the wish for its place says already",
     {.files = {{"2027-02/preferences/bob.yaml",
                 "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
                 "locations: {hove: love, crawley: like}\nsessions:\n"
                 "  - {every: thu am, want: {at: hove}, how: like}\n"}}},
     NULL,
     "this adds nothing: 2027-02/preferences/bob.yaml:4 says the same, as strongly or more, and "
     "the "
     "strongest counts"},
    {"a request for a day within another",
     {.files = {{"2027-02/preferences/bob.yaml",
                 "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\nsessions:\n"
                 "  - {on: 2027-02-02 am, want: off}\n  - {every: tue am, want: off}\n"}}},
     NULL,
     "this adds nothing: 2027-02/preferences/bob.yaml:6 says the same, as strongly or more, and "
     "the "
     "strongest counts"},
    {"requests that say the same, of which one is stronger, and one for less",
     {.files = {{"2027-02/preferences/bob.yaml",
                 "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
                 "locations: {hove: like}\nsessions:\n"
                 "  - {every: thu am, want: {at: hove}}\n"
                 "  - {every: tue am, want: off, how: like}\n"
                 "  - {on: 2027-02-02 am, want: off}\n"}}},
     NULL,
     NULL},
    {"a wish to be with somebody who is never at work then",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes}}\n"
                    "dan: {band: 5, wte: 0.4, works: {thu-fri: [am, pm]}, skills: {msk: yes}}\n",
      .files = {{"2027-02/preferences/cat.yaml",
                 "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
                 "people: {dan: like, bob: dislike}\n"}}},
     NULL,
     "nothing comes of this: 'cat' and 'dan' are never at one place"},
    {"two people of one name",
     {.clinicians = "dan: {name: Ann Able, band: 6, wte: 1.0, works: {mon-fri: [am, pm]}}\n"},
     NULL,
     "'dan' has the same name as 'ann', by which reports tell people apart"},
    {"two people of one name, of whom one has left",
     {.clinicians = "dan: {name: Ann Able, band: 6, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      leaves: 2027-01-31}\n"},
     NULL,
     NULL},
    {"leave after the last day",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      leaves: 2027-02-12}\n",
      .files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\ncat,2027-02-15,2027-02-16,annual,\n"}}},
     NULL,
     "nothing comes of this leave: 'cat' has left (2027-02-12)"},
};

static void each_kind_is_told_at_its_line(void **state)
{
  int wrong = 0;
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    struct world *world = world_new(&kinds[i].example, kinds[i].rules);
    struct diagnostics *diagnostics = diagnostics_new();
    look_at(world->service, world->month, diagnostics);
    g_autofree char *said = written_said(diagnostics);
    g_autofree char *all = kinds[i].said ? g_strdup_printf(": warning: %s\n", kinds[i].said) : NULL;
    bool right = all ? g_str_has_suffix(said, all) && strchr(said, '\n')[1] == '\0' : !*said;
    if (!right)
      print_message("%s:\n%s", kinds[i].name, said);
    wrong += !right;
    diagnostics_free(diagnostics);
    world_free(world);
  }
  assert_int_equal(wrong, 0);
}

/* What asks for something in one of the months is not told of. */
static void one_month_is_enough(void **state)
{
  const char *rules =
      "\n  - count_limit: {task: clinic, sessions: tue am, per: week, most: 1,"
      " until: 2027-03-01}";
  static const char *const months[] = {"2027-02", "2027-03"};
  (void)state;
  for (int first = 0; first < 2; first++) {
    struct diagnostics *diagnostics = diagnostics_new();
    struct world *one = world_read(world_source(NULL, rules), months[first]);
    struct world *other = world_read(world_source(NULL, rules), months[1 - first]);
    struct asks *asks = asks_new(one->service, diagnostics);
    struct world *worlds[] = {one, other};
    for (int i = 0; i < 2; i++) {
      struct problem *problem = problem_new(one->service, worlds[i]->month);
      asks_month(asks, problem);
      problem_free(problem);
    }
    asks_end(asks, true);
    asks_free(asks);
    g_autofree char *said = written_said(diagnostics);
    assert_string_equal(said, "");
    diagnostics_free(diagnostics);
    world_free(one);
    world_free(other);
  }
}

static void of_generated_services_nothing_is_said(void **state)
{
  (void)state;
  for (int i = 0; i < 50; i++) {
    const struct generator_settings settings = {
        .clinicians = 8 + 12 * (i % 5), .seed = (uint64_t)i, .first = date_make(2027, 1, 1)};
    struct generated generated = generated_new(&settings);
    struct diagnostics *diagnostics = diagnostics_new();
    look_at(generated.service, generated.month, diagnostics);
    g_autofree char *said = written_said(diagnostics);
    if (*said)
      fail_msg("seed %d: %s", i, said);
    diagnostics_free(diagnostics);
    generated_free(&generated);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_kind_is_told_at_its_line),
      cmocka_unit_test(one_month_is_enough),
      cmocka_unit_test(of_generated_services_nothing_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
