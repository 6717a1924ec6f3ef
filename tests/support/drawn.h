/* Tiny services drawn at random: four people, three days of two sessions, with hard and soft
 * demand, limits, leave, locks and events. About two in three can't be kept. */
#ifndef ROTA_TESTS_SUPPORT_DRAWN_H
#define ROTA_TESTS_SUPPORT_DRAWN_H

#include "tests/support/world.h"

#include <glib.h>

/* The same seed, the same service. Free with world_free. */
struct world *drawn_new(guint32 seed);

#endif
