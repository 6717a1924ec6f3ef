/* A rota with all its figures as JSON, rota.json: what docs/rota-json.md describes.
 * inputs/rota_reader.h reads it back. */
#ifndef ROTA_INPUTS_ROTA_WRITER_H
#define ROTA_INPUTS_ROTA_WRITER_H

#include "model/assessment.h"

#include <jansson.h>

/* The whole document, in stable order, its checksum included; json_decref it. */
json_t *rota_json_document(const struct assessment *assessment);

/* The checksum of a document's content apart from its "checksum" member, however
 * it is laid out on the page; g_free it. */
char *rota_json_checksum(const json_t *document);

#endif
