#include "generator/names.h"

#include <glib.h>

static const char *const first_names[] = {
    "Aaron",  "Abigail",  "Adaeze",   "Agnieszka", "Aisha",  "Alan",    "Alice",    "Amara",
    "Amrita", "Andrei",   "Anil",     "Anna",      "Asha",   "Ayesha",  "Beatriz",  "Ben",
    "Beth",   "Bilal",    "Callum",   "Carmen",    "Catrin", "Charlie", "Chidi",    "Chloe",
    "Claire", "Daniel",   "Deepa",    "Delroy",    "Dylan",  "Edward",  "Efua",     "Elena",
    "Ella",   "Emeka",    "Emma",     "Farah",     "Faisal", "Femi",    "Fiona",    "Folake",
    "Freya",  "Gareth",   "George",   "Grace",     "Hana",   "Hannah",  "Harpreet", "Harry",
    "Hassan", "Helen",    "Hui",      "Ibrahim",   "Imran",  "Ines",    "Isla",     "Jack",
    "Jamal",  "James",    "Jasmine",  "Joanna",    "John",   "Joseph",  "Joy",      "Karim",
    "Kate",   "Kavita",   "Kerry",    "Kofi",      "Kwame",  "Laura",   "Layla",    "Lee",
    "Leila",  "Liam",     "Lucy",     "Lukasz",    "Magda",  "Maria",   "Marcus",   "Megan",
    "Mei",    "Mohammed", "Nadia",    "Naomi",     "Neha",   "Niamh",   "Nikhil",   "Nina",
    "Noah",   "Olivia",   "Omar",     "Oscar",     "Owen",   "Patrick", "Paula",    "Peter",
    "Priya",  "Rachel",   "Rahul",    "Rebecca",   "Rhys",   "Rohan",   "Ruth",     "Ryan",
    "Sadia",  "Sam",      "Samira",   "Sanjay",    "Sarah",  "Sean",    "Shanice",  "Simon",
    "Sofia",  "Stefan",   "Sunita",   "Tariq",     "Temi",   "Theo",    "Thomas",   "Tom",
    "Tunde",  "Uma",      "Victoria", "Vikram",    "Wei",    "William", "Yasmin",   "Yusuf",
    "Zainab", "Zara",     "Zoe",      "Zofia",
};

static const char *const last_names[] = {
    "Abbott",   "Acheampong", "Adeyemi",   "Ahmed",    "Akhtar",   "Ali",      "Allen",
    "Anderson", "Appiah",     "Bailey",    "Baker",    "Banerjee", "Barnes",   "Begum",
    "Bennett",  "Boateng",    "Brown",     "Campbell", "Carter",   "Chan",     "Chaudhry",
    "Chen",     "Clarke",     "Collins",   "Cooper",   "Costa",    "Cruz",     "Davies",
    "Desai",    "Dhillon",    "Doyle",     "Edwards",  "Ellis",    "Evans",    "Fernandes",
    "Fisher",   "Foster",     "Francis",   "Garcia",   "Ghosh",    "Gill",     "Graham",
    "Grant",    "Green",      "Griffiths", "Gupta",    "Hall",     "Harris",   "Henry",
    "Hill",     "Hughes",     "Hussain",   "Iqbal",    "Jackson",  "Jenkins",  "Johnson",
    "Jones",    "Kamara",     "Kaur",      "Kelly",    "Khan",     "King",     "Kowalska",
    "Kumar",    "Lal",        "Lam",       "Lewis",    "Li",       "Lopez",    "MacDonald",
    "Mahmood",  "Malik",      "Marshall",  "Martin",   "Mason",    "Mensah",   "Miah",
    "Mitchell", "Mohamed",    "Morgan",    "Morris",   "Murphy",   "Mwangi",   "Nair",
    "Ncube",    "Nguyen",     "Novak",     "Nowak",    "O'Brien",  "O'Connor", "Obi",
    "Okafor",   "Okonkwo",    "Osei",      "Owusu",    "Parker",   "Patel",    "Pereira",
    "Phillips", "Popescu",    "Powell",    "Price",    "Rahman",   "Rao",      "Reid",
    "Reyes",    "Richards",   "Roberts",   "Robinson", "Rossi",    "Russell",  "Saleh",
    "Santos",   "Scott",      "Shah",      "Sharma",   "Shaw",     "Silva",    "Simmons",
    "Singh",    "Smith",      "Stewart",   "Sullivan", "Taylor",   "Thompson", "Tran",
    "Turner",   "Uddin",      "Walker",    "Walsh",    "Ward",     "Watson",   "White",
    "Williams", "Wilson",     "Wong",      "Wood",     "Wright",   "Yildiz",   "Young",
    "Zhang",
};

enum { FIRST_NAMES = G_N_ELEMENTS(first_names), LAST_NAMES = G_N_ELEMENTS(last_names) };

/* The first name, with as many letters of the last name as it takes. */
static char *free_id(GHashTable *taken, const char *first, const char *last)
{
  g_autoptr(GString) id = g_string_new(first);
  g_string_ascii_down(id);
  if (!g_hash_table_contains(taken, id->str))
    return g_strdup(id->str);
  g_string_append_c(id, '-');
  for (const char *letter = last; *letter; letter++) {
    if (!g_ascii_isalpha(*letter))
      continue;
    g_string_append_c(id, g_ascii_tolower(*letter));
    if (!g_hash_table_contains(taken, id->str))
      return g_strdup(id->str);
  }
  g_assert_not_reached(); /* no pair comes twice, and no last name begins another */
}

/* Person i takes first name i of the shuffled list, round and round, each round
 * with last names further on: so no pair comes twice before all have come. */
struct person_name *names_draw(struct dice *dice, int count)
{
  g_assert(count <= FIRST_NAMES * LAST_NAMES);
  int first[FIRST_NAMES], last[LAST_NAMES];
  for (int i = 0; i < FIRST_NAMES; i++)
    first[i] = i;
  for (int i = 0; i < LAST_NAMES; i++)
    last[i] = i;
  dice_shuffle(dice, first, FIRST_NAMES);
  dice_shuffle(dice, last, LAST_NAMES);
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  struct person_name *names = g_new0(struct person_name, (gsize)count + 1);
  for (int i = 0; i < count; i++) {
    const char *one = first_names[first[i % FIRST_NAMES]];
    const char *two = last_names[last[(i % FIRST_NAMES + i / FIRST_NAMES) % LAST_NAMES]];
    names[i].id = free_id(taken, one, two);
    names[i].full = g_strdup_printf("%s %s", one, two);
    g_hash_table_add(taken, names[i].id);
  }
  return names;
}

void names_free(struct person_name *names, int count)
{
  for (int i = 0; names && i < count; i++) {
    g_free(names[i].id);
    g_free(names[i].full);
  }
  g_free(names);
}
