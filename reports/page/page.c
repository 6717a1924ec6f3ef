#include "reports/page/page.h"

#include "planning/facts.h"
#include "reports/short_names.h"

#include <string.h>

enum { PERSON_COLUMNS = 20, PLACE_COLUMNS = 28, TASK_COLUMNS = 24 };

/* --- head and foot ----------------------------------------------------------- */

static char **names_of_people(const struct service *service)
{
  g_autofree const char **names = g_new(const char *, (gsize)service->n_clinicians + 1);
  for (int c = 0; c < service->n_clinicians; c++)
    names[c] = service->clinicians[c].name;
  return short_names(names, NULL, service->n_clinicians, PERSON_COLUMNS);
}

static char **names_of_tasks(const struct service *service)
{
  g_autofree const char **names = g_new(const char *, (gsize)service->n_tasks + 1);
  for (int t = 0; t < service->n_tasks; t++)
    names[t] = service->tasks[t].name;
  return short_names(names, NULL, service->n_tasks, TASK_COLUMNS);
}

static char **names_of_sites(const struct service *service)
{
  g_autofree const char **names = g_new(const char *, (gsize)service->n_sites + 1);
  for (int s = 0; s < service->n_sites; s++)
    names[s] = service->sites[s].name;
  return short_names(names, NULL, service->n_sites, PLACE_COLUMNS);
}

void page_full_names(struct page *page)
{
  const struct service *service = page->problem->service;
  for (int c = 0; c < service->n_clinicians; c++) {
    g_free(page->people[c]);
    page->people[c] = g_strdup(service->clinicians[c].name);
  }
  for (int t = 0; t < service->n_tasks; t++) {
    g_free(page->tasks[t]);
    page->tasks[t] = g_strdup(service->tasks[t].name);
  }
  for (int s = 0; s < service->n_sites; s++) {
    g_free(page->sites[s]);
    page->sites[s] = g_strdup(service->sites[s].name);
  }
}

GString *page_head(const char *title, const char *subtitle, bool is_old)
{
  g_autofree char *foot = g_strdup_printf("%s - %s", title, subtitle);
  GString *out = html_begin(title, foot, asset_scroll, asset_style);
  g_string_append(out, is_old ? "<p class=\"old\">" : "<p>");
  html_text(out, subtitle);
  g_string_append(out, "</p>");
  g_string_append(out, "</header>\n<main id=\"main\">\n");
  return out;
}

struct page page_begin(const struct assessment *assessment, const char *title, const char *subtitle,
                       bool is_old)
{
  const struct service *service = assessment->problem->service;
  return (struct page){
      .out = page_head(title, subtitle, is_old),
      .assessment = assessment,
      .problem = assessment->problem,
      .people = names_of_people(service),
      .tasks = names_of_tasks(service),
      .sites = names_of_sites(service),
      .facts = g_ptr_array_new_with_free_func(g_free),
      .fact_numbers = g_hash_table_new(g_str_hash, g_str_equal),
      .has_person = g_new0(bool, (gsize)service->n_clinicians + 1),
      .has_task = g_new0(bool, (gsize)service->n_tasks + 1),
      .has_site = g_new0(bool, (gsize)service->n_sites + 1),
      .of_wishes = true,
      .contents = g_string_new(NULL),
  };
}

static void append_name(struct page *page, int number, const char *name)
{
  g_string_append_printf(page->out, "<li data-n=\"%d\">", number);
  html_text(page->out, name);
  g_string_append(page->out, "</li>");
}

/* Names in full, for the script, by their numbers: those of the cells and no others, since a
 * sheet goes to people whom the rest of the service doesn't concern. */
static void append_names(struct page *page)
{
  const struct service *service = page->problem->service;
  g_string_append(page->out, "<div hidden>\n<ol id=\"names-c\">");
  for (int c = 0; c < service->n_clinicians; c++)
    if (page->has_person[c])
      append_name(page, c, service->clinicians[c].name);
  g_string_append(page->out, "</ol>\n<ol id=\"names-t\">");
  for (int t = 0; t < service->n_tasks; t++)
    if (page->has_task[t])
      append_name(page, t, service->tasks[t].name);
  g_string_append(page->out, "</ol>\n<ol id=\"names-s\">");
  for (int s = 0; s < service->n_sites; s++)
    if (page->has_site[s])
      append_name(page, s, service->sites[s].name);
  g_string_append(page->out, "</ol>\n</div>\n");
}

/* The sentences, for the script: kept as text, so that nothing in them can act. */
static void append_facts(struct page *page)
{
  g_string_append(page->out, "<ol id=\"facts\" hidden>\n");
  for (guint i = 0; i < page->facts->len; i++) {
    page_says(page, "li", page->facts->pdata[i]);
    g_string_append_c(page->out, '\n');
  }
  g_string_append(page->out, "</ol>\n");
}

void page_contents(struct page *page)
{
  g_string_append(page->out, "<nav aria-label=\"Sections\">");
  page->contents_at = page->out->len;
  g_string_append(page->out, "</nav>\n");
}

char *page_end(struct page *page)
{
  if (page->contents_at > 0)
    g_string_insert_len(page->out, (gssize)page->contents_at, page->contents->str,
                        (gssize)page->contents->len);
  g_string_free(page->contents, TRUE);
  append_names(page);
  append_facts(page);
  g_string_append_printf(page->out,
                         "</main>\n<aside id=\"detail\" role=\"status\" hidden></aside>\n"
                         "<script>\n%s</script>\n</body></html>\n",
                         asset_script);
  g_strfreev(page->people);
  g_strfreev(page->tasks);
  g_strfreev(page->sites);
  g_hash_table_unref(page->fact_numbers);
  g_ptr_array_unref(page->facts);
  g_free(page->has_person);
  g_free(page->has_task);
  g_free(page->has_site);
  return g_string_free(page->out, FALSE);
}

/* --- pieces ------------------------------------------------------------------ */

void page_section(struct page *page, const char *id, const char *title, const char *words)
{
  g_string_append_printf(page->contents, "<a href=\"#%s\">", id);
  html_text(page->contents, title);
  g_string_append(page->contents, "</a>");
  g_string_append_printf(page->out, "<section id=\"%s\">", id);
  html_element(page->out, "h2", title);
  if (words)
    html_element(page->out, "p", words);
  g_string_append_c(page->out, '\n');
}

void page_section_end(struct page *page)
{
  g_string_append(page->out, "</section>\n");
}

void page_table(struct page *page, const char *caption, const char *columns)
{
  g_auto(GStrv) names = g_strsplit(columns, "|", -1);
  g_string_append(page->out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
  html_text(page->out, caption);
  g_string_append(page->out, "\"><table class=\"figures\">");
  html_element(page->out, "caption", caption);
  g_string_append(page->out, "<thead><tr>");
  for (char **name = names; *name; name++) {
    bool of_numbers = **name == '>';
    g_string_append(page->out,
                    of_numbers ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
    html_text(page->out, *name + of_numbers);
    g_string_append(page->out, "</th>");
  }
  g_string_append(page->out, "</tr></thead>\n<tbody>\n");
}

void page_table_end(struct page *page)
{
  g_string_append(page->out, "</tbody></table></div>\n");
}

void page_term(struct page *page, const char *term, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  html_element(page->out, "dt", term);
  html_element(page->out, "dd", text);
}

/* A name so long that it would push what stands beside it out of sight may take several lines. */
void page_name(GString *out, const char *name)
{
  enum { LONG = 32 };
  g_string_append(out, g_utf8_strlen(name, -1) > LONG ? "<bdi class=\"long\">" : "<bdi>");
  html_text(out, name);
  g_string_append(out, "</bdi>");
}

void page_clinician(struct page *page, int clinician)
{
  page_name(page->out, page->problem->service->clinicians[clinician].name);
}

char *page_sentence(const struct page *page, const char *text)
{
  const struct service *service = page->problem->service;
  GString *out = g_string_new(text);
  for (int u = 0; u < service->n_uses; u++) {
    const char *name = service->uses[u].name;
    if (!strchr(name, '_') || !strstr(out->str, name))
      continue;
    g_autofree char *words = words_key(name);
    g_string_replace(out, name, words, 0);
  }
  return g_string_free(out, FALSE);
}

void page_says(struct page *page, const char *element, const char *text)
{
  g_autofree char *sentence = page_sentence(page, text);
  html_element(page->out, element, sentence);
}

/* --- cells ------------------------------------------------------------------- */

/* Fills and edges of the style sheet. */
enum { COLOURS = 12, EDGES = 4 };

const char *page_colour(int task, char text[16])
{
  /* Neighbours differ in grey too, and what comes round to a fill has another edge. */
  int edge = (task + task / COLOURS) % EDGES;
  if (edge == 0)
    g_snprintf(text, 16, "t%d", task % COLOURS);
  else
    g_snprintf(text, 16, "t%d e%d", task % COLOURS, edge);
  return text;
}

static int fact_number(struct page *page, const char *fact)
{
  void *number;
  if (g_hash_table_lookup_extended(page->fact_numbers, fact, NULL, &number))
    return GPOINTER_TO_INT(number);
  char *copy = g_strdup(fact);
  g_ptr_array_add(page->facts, copy);
  g_hash_table_insert(page->fact_numbers, copy, GINT_TO_POINTER((int)page->facts->len - 1));
  return (int)page->facts->len - 1;
}

static void append_fact_numbers(struct page *page, const struct assignment *item)
{
  g_autoptr(GPtrArray) facts =
      page->of_wishes ? facts_of(page->assessment, item) : facts_of_work(page->problem, item);
  for (guint i = 0; i < facts->len; i++)
    g_string_append_printf(page->out, "%s%d", i ? " " : " data-f=\"",
                           fact_number(page, facts->pdata[i]));
  if (facts->len > 0)
    g_string_append_c(page->out, '"');
}

void page_item(struct page *page, const struct assignment *item, bool by_site)
{
  bool remote = !by_site && page->problem->service->sites[item->site].remote;
  char colour[16];
  page->has_person[item->clinician] = true;
  page->has_task[item->task] = true;
  page->has_site[item->site] = true;
  g_string_append_printf(
      page->out, "<%s class=\"item %s%s%s\" data-c=\"%d\" data-t=\"%d\" data-s=\"%d\"",
      by_site ? "bdi" : "span", page_colour(item->task, colour), remote ? " remote" : "",
      item->locked ? " locked" : "", item->clinician, item->task, item->site);
  append_fact_numbers(page, item);
  g_string_append_c(page->out, '>');
  if (by_site)
    html_text(page->out, page->people[item->clinician]);
  else {
    html_element(page->out, "b", page->tasks[item->task]);
    html_text(page->out, page->sites[item->site]);
  }
  g_string_append(page->out, by_site ? "</bdi>" : "</span>");
}
