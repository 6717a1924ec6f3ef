/* The form in which a clinician writes preferences: a page that needs no server. */
#ifndef ROTA_REPORTS_PAGE_FORM_PAGE_H
#define ROTA_REPORTS_PAGE_FORM_PAGE_H

#include <jansson.h>

/* Of planning/form.h's document; g_free it. */
char *form_page(const json_t *document);

#endif
