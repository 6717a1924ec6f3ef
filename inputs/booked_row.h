/* A row of booked.csv as it is written. */
#ifndef ROTA_INPUTS_BOOKED_ROW_H
#define ROTA_INPUTS_BOOKED_ROW_H

struct booked_row {
  int clinician, date, block, people;
};

#endif
