/* A rota with all its figures as JSON: what docs/rota-json.md describes. */
#ifndef ROTA_PLANNING_ROTA_JSON_H
#define ROTA_PLANNING_ROTA_JSON_H

#include "model/audit.h"
#include "model/provenance.h"

#include <jansson.h>

/* The whole document, in stable order, its checksum included; json_decref it. */
json_t *rota_json_document(const struct audit *audit, const struct provenance *run);

/* The checksum of a document's content apart from its "checksum" member, however
 * it is laid out on the page; g_free it. */
char *rota_json_checksum(const json_t *document);

#endif
