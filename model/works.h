/* The agreed weeks of a clinician, as they are written in clinicians.yaml. */
#ifndef ROTA_MODEL_WORKS_H
#define ROTA_MODEL_WORKS_H

#include "model/service.h"

/* Appends "{mon-wed: [am, pm], fri: [am]}", odd and even weeks, or a cycle, in one line. */
void works_write(const struct works *works, const struct service *service, GString *out);

#endif
