/* The templates of this folder, generator/NAME.yaml, as they stand. Built into the
 * program: CMakeLists.txt makes policies.c of them. */
#ifndef ROTA_GENERATOR_POLICIES_H
#define ROTA_GENERATOR_POLICIES_H

extern const char policy_clinicians[];
extern const char policy_criteria[];
extern const char policy_demand[];
extern const char policy_month[];
extern const char policy_random_rules[];
extern const char policy_rules[];
extern const char policy_service[];
extern const char policy_tasks[];
extern const char policy_waiting_list[];

#endif
