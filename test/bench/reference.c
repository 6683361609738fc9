/* reference.c -- a general event-driven simulator, for comparison with Saff's engine.
 *
 * Build:  cc -O3 -march=native -o reference reference.c -lm              (reference.ts does it)
 * Run:    reference <W1|W2|W3|W4> gen <contacts> <warm> <runs> <seed>     prints one line of JSON a run
 *
 * It is what a careful C programmer would write without knowing the workload: one calendar that holds
 * every event (arrival, completion, abandonment), a record for every contact, waiting lines that can be
 * left from the middle, lines and groups of agents that are described by numbers and read at run time, and
 * the usual statistics, over time too. Nothing is shortened for a special case, and no exact result is used
 * inside.
 *
 * Times are seconds. The system starts empty; the first `warm` arrivals are simulated but not counted, the
 * next `contacts` are, and then arrivals end. `cpu` is the process's CPU time around the run alone.
 *
 *   W1  M/M/50: mean handling 300, arrivals 0.150/s (load 0.90), nobody abandons
 *   W2  M/M/50+M: mean handling 300, arrivals 0.175/s (load 1.05), patience exponential, mean 120
 *   W3  three tiers: arrivals 0.150/s; tier 1: 40 agents, mean 240, patience exponential, mean 300; 25 % of
 *       those handled go on to tier 2: 25 agents, mean 600; 20 % of those go on to tier 3: 12 agents,
 *       mean 1500; handling is lognormal with coefficient of variation 1.2; nobody abandons in tiers 2 and 3
 *   W4  skills: types A, B, C arrive at 0.12, 0.075, 0.05 a second; handling exponential, means 300, 360,
 *       420; patience exponential, mean 300; groups G0 {A} 25 agents, G1 {B} 20, G2 {C} 15, G3 {A, B} 15,
 *       G4 {C, B, A} 15. A asks G0, G3, G4 for a free agent, B asks G1, G3, G4, C asks G2, G4; a free agent
 *       takes the first of the first line in the order of its group that is not empty
 *
 * Simultaneous events have probability zero here and are taken in any order. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

static void stop_with(const char *why) {
  fprintf(stderr, "reference: %s\n", why);
  exit(1);
}

/* ---- random numbers: xoshiro256++ (Blackman and Vigna), seeded through splitmix64 ---------------------- */

typedef struct { uint64_t a, b, c, d; } Random;

static uint64_t splitmix(uint64_t *state) {
  uint64_t z = (*state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static Random random_from(uint64_t seed) {
  Random r;
  r.a = splitmix(&seed);
  r.b = splitmix(&seed);
  r.c = splitmix(&seed);
  r.d = splitmix(&seed);
  return r;
}

static inline uint64_t rotate(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

static inline uint64_t next_bits(Random *r) {
  const uint64_t out = rotate(r->a + r->d, 23) + r->a, kept = r->b << 17;
  r->c ^= r->a;
  r->d ^= r->b;
  r->b ^= r->c;
  r->a ^= r->d;
  r->c ^= kept;
  r->d = rotate(r->d, 45);
  return out;
}

static inline double unit_of(uint64_t bits) { return (double)(int64_t)(bits >> 11) * 0x1p-53; } /* [0, 1) */

/* ---- exponential variates by the ziggurat method (Marsaglia and Tsang 2000, 256 layers) ------------------ *
 * Layer i lies under the curve exp(-x) between the heights edge_height[i] and edge_height[i + 1]; every layer
 * has the area LAYER_AREA, layer 0 with the tail beyond TAIL_START. Low bits choose the layer, high bits the
 * place in it, so the two are independent. */

#define LAYERS 256
#define TAIL_START 7.69711747013104972
#define LAYER_AREA 3.949659822581572e-3

static double edge[LAYERS + 1], edge_height[LAYERS + 1];

static void build_ziggurat(void) {
  edge[0] = LAYER_AREA * exp(TAIL_START);
  edge[1] = TAIL_START;
  edge_height[0] = 0; /* never read: layer 0 has its tail instead of a wedge */
  edge_height[1] = exp(-TAIL_START);
  for (int i = 2; i < LAYERS; i++) {
    edge_height[i] = edge_height[i - 1] + LAYER_AREA / edge[i - 1];
    edge[i] = -log(edge_height[i]);
  }
  edge[LAYERS] = 0;
  edge_height[LAYERS] = 1;
}

static __attribute__((noinline)) double exponential_at_edge(Random *r, int layer, double x) {
  double beyond = 0; /* the tail is the whole curve again, TAIL_START further right */
  for (;;) {
    if (layer == 0) {
      beyond += TAIL_START;
    } else {
      const double low = edge_height[layer], high = edge_height[layer + 1];
      if (low + unit_of(next_bits(r)) * (high - low) < exp(-x)) return beyond + x;
    }
    const uint64_t bits = next_bits(r);
    layer = (int)(bits & (LAYERS - 1));
    x = unit_of(bits) * edge[layer];
    if (x < edge[layer + 1]) return beyond + x;
  }
}

static inline double exponential(Random *r) { /* mean 1 */
  const uint64_t bits = next_bits(r);
  const int layer = (int)(bits & (LAYERS - 1));
  const double x = unit_of(bits) * edge[layer];
  if (LIKELY(x < edge[layer + 1])) return x;
  return exponential_at_edge(r, layer, x);
}

/* ---- normal variates by the same method: the curve is exp(-x x / 2), one more bit is the sign --------------- */

#define NORMAL_TAIL_START 3.6541528853610088
#define NORMAL_LAYER_AREA 0.00492867323399

static double normal_edge[LAYERS + 1], normal_height[LAYERS + 1];

static void build_normal_ziggurat(void) {
  normal_edge[0] = NORMAL_LAYER_AREA * exp(0.5 * NORMAL_TAIL_START * NORMAL_TAIL_START);
  normal_edge[1] = NORMAL_TAIL_START;
  normal_height[0] = 0;
  normal_height[1] = exp(-0.5 * NORMAL_TAIL_START * NORMAL_TAIL_START);
  for (int i = 2; i < LAYERS; i++) {
    normal_height[i] = normal_height[i - 1] + NORMAL_LAYER_AREA / normal_edge[i - 1];
    normal_edge[i] = sqrt(-2 * log(normal_height[i]));
  }
  normal_edge[LAYERS] = 0;
  normal_height[LAYERS] = 1;
}

/* Symmetric in [-1, 1). */
static inline double signed_unit_of(uint64_t bits) { return (double)((int64_t)bits >> 10) * 0x1p-53; }

static __attribute__((noinline)) double normal_at_edge(Random *r, int layer, double x) {
  for (;;) {
    if (layer == 0) {
      double beyond, other; /* Marsaglia's way for the tail */
      do {
        beyond = -log(1 - unit_of(next_bits(r))) / NORMAL_TAIL_START;
        other = -log(1 - unit_of(next_bits(r)));
      } while (other + other < beyond * beyond);
      return x > 0 ? NORMAL_TAIL_START + beyond : -NORMAL_TAIL_START - beyond;
    }
    const double low = normal_height[layer], high = normal_height[layer + 1];
    if (low + unit_of(next_bits(r)) * (high - low) < exp(-0.5 * x * x)) return x;
    const uint64_t bits = next_bits(r);
    layer = (int)(bits & (LAYERS - 1));
    x = signed_unit_of(bits) * normal_edge[layer];
    if (fabs(x) < normal_edge[layer + 1]) return x;
  }
}

static inline double normal(Random *r) {
  const uint64_t bits = next_bits(r);
  const int layer = (int)(bits & (LAYERS - 1));
  const double x = signed_unit_of(bits) * normal_edge[layer];
  if (LIKELY(fabs(x) < normal_edge[layer + 1])) return x;
  return normal_at_edge(r, layer, x);
}

/* ---- the calendar: an implicit heap with four children ---------------------------------------------------- *
 * The children of i are 4i+1 .. 4i+4; they share a cache line. A time that is not negative orders
 * like its bits read as a whole number, which lets the smallest of four be found without a branch. Slots
 * behind the last event hold NEVER, so that nobody has to ask how many children there are. */

enum { ARRIVAL, COMPLETION, ABANDONMENT };

#define NEVER UINT64_MAX

typedef struct { uint64_t time, what; } Event; /* bits of the time; see `what` */

static Event *calendar; /* calendar[1] lies on a cache line, as do the first of all four children */
static void *calendar_memory;
static size_t calendar_size, calendar_room;

/* Contact in the low half; above it the kind in two bits, above that the stamp of an ABANDONMENT. */
static inline uint64_t what(uint32_t contact, uint32_t kind, uint32_t stamp) {
  return (uint64_t)(stamp << 2 | kind) << 32 | contact;
}

static inline uint64_t bits_of(double time) {
  uint64_t bits;
  memcpy(&bits, &time, sizeof bits);
  return bits;
}

static inline double time_of(uint64_t bits) {
  double time;
  memcpy(&time, &bits, sizeof time);
  return time;
}

static void calendar_reserve(size_t room) {
  void *memory = NULL;
  if (posix_memalign(&memory, 64, (room + 16) * sizeof(Event)) != 0) stop_with("no memory for events");
  Event *grown = (Event *)memory + 3;
  for (size_t i = 0; i < room + 8; i++) grown[i].time = NEVER;
  if (calendar_size > 0) memcpy(grown, calendar, calendar_size * sizeof(Event));
  free(calendar_memory);
  calendar_memory = memory;
  calendar = grown;
  calendar_room = room;
}

static inline void calendar_add(double time, uint64_t event) {
  if (UNLIKELY(calendar_size == calendar_room)) calendar_reserve(calendar_room * 2);
  const uint64_t key = bits_of(time);
  size_t at = calendar_size++;
  while (at > 0) {
    const size_t parent = (at - 1) >> 2;
    if (key >= calendar[parent].time) break;
    calendar[at] = calendar[parent];
    at = parent;
  }
  calendar[at] = (Event){key, event};
}

static inline void calendar_replace_first(uint64_t key, uint64_t event) {
  size_t hole = 0, child;
  while ((child = 4 * hole + 1) < calendar_size) {
    const Event *four = calendar + child;
    const size_t left = four[1].time < four[0].time, right = 2 + (four[3].time < four[2].time);
    const size_t smallest = left + ((right - left) & -(size_t)(four[right].time < four[left].time));
    if (four[smallest].time >= key) break;
    calendar[hole] = four[smallest];
    hole = child + smallest;
  }
  calendar[hole] = (Event){key, event};
}

static inline void calendar_remove_first(void) {
  const Event last = calendar[--calendar_size];
  calendar[calendar_size].time = NEVER;
  if (calendar_size > 0) calendar_replace_first(last.time, last.what);
}

static void calendar_clear(void) {
  if (calendar_room == 0) calendar_reserve(1024);
  for (size_t i = 0; i < calendar_size; i++) calendar[i].time = NEVER;
  calendar_size = 0;
}

/* ---- contacts ---------------------------------------------------------------------------------------------- */

#define NOBODY UINT32_MAX

typedef struct {
  double since;            /* when it came to its present line */
  uint32_t before, behind; /* neighbours in the waiting line; `behind` also links the free records */
  uint32_t stamp;          /* changes when a wait ends, so that the old abandonment event is known as stale */
  uint8_t line, group, is_counted;
} Contact;

static Contact *contacts;
static uint32_t contacts_room, first_free;

static void contacts_reserve(uint32_t room) {
  contacts = realloc(contacts, room * sizeof(Contact));
  if (contacts == NULL) stop_with("no memory for contacts");
  for (uint32_t i = contacts_room; i < room; i++) contacts[i] = (Contact){.behind = i + 1};
  contacts[room - 1].behind = NOBODY;
  first_free = contacts_room;
  contacts_room = room;
}

static inline uint32_t contact_new(void) {
  if (UNLIKELY(first_free == NOBODY)) contacts_reserve(contacts_room * 2);
  const uint32_t contact = first_free;
  first_free = contacts[contact].behind;
  return contact;
}

static inline void contact_forget(uint32_t contact) {
  contacts[contact].behind = first_free;
  first_free = contact;
}

/* ---- lines, groups of agents, and what is counted --------------------------------------------------------- */

#define MOST_LINES 3
#define MOST_GROUPS 5
#define MOST_CHOICES 4
#define END (-1)
#define TARGET_SECONDS 20.0

typedef struct {
  double wait_sum; /* time in the waiting line, of those who were answered and of those who left */
  uint64_t contacts, answered_in_target, abandoned;
} Tally;

typedef struct {
  double arrival_rate;   /* 0: nobody comes from outside */
  double mean_handling, handling_cv;
  double mean_patience;  /* 0: infinite */
  int next;              /* line that `share_on` of those handled go on to; END: none */
  double share_on;
  int groups[MOST_CHOICES]; /* asked in this order, up to END */

  double log_mean, log_spread; /* of lognormal handling; spread 0: exponential */
  int32_t waiting;
  uint32_t front, end;
  double changed_at, waiting_area; /* integral over time of `waiting` */
  Tally tally;
} Line;

typedef struct {
  int32_t agents;
  int lines[MOST_CHOICES]; /* looked at in this order, up to END */

  int32_t busy;
  double changed_at, busy_area;
} Group;

typedef struct {
  int lines_used, groups_used;
  Line line[MOST_LINES];
  Group group[MOST_GROUPS];
} Network;

static inline void line_advance(Line *l, double now) {
  l->waiting_area += (double)l->waiting * (now - l->changed_at);
  l->changed_at = now;
}

static inline void group_advance(Group *g, double now) {
  g->busy_area += (double)g->busy * (now - g->changed_at);
  g->changed_at = now;
}

static inline void line_join(Line *l, uint32_t contact) {
  contacts[contact].before = l->end;
  contacts[contact].behind = NOBODY;
  if (l->end == NOBODY) l->front = contact;
  else contacts[l->end].behind = contact;
  l->end = contact;
  l->waiting++;
}

static inline void line_leave(Line *l, uint32_t contact) {
  const uint32_t before = contacts[contact].before, behind = contacts[contact].behind;
  if (before == NOBODY) l->front = behind;
  else contacts[before].behind = behind;
  if (behind == NOBODY) l->end = before;
  else contacts[behind].before = before;
  l->waiting--;
  contacts[contact].stamp++;
}

static inline void tally_answer(Line *l, uint32_t contact, double wait) {
  if (!contacts[contact].is_counted) return;
  l->tally.wait_sum += wait;
  l->tally.contacts++;
  l->tally.answered_in_target += wait <= TARGET_SECONDS;
}

static inline double handling(const Line *l, Random *random) {
  if (l->log_spread > 0) return exp(l->log_mean + l->log_spread * normal(random));
  return l->mean_handling * exponential(random);
}

/* Puts a contact before a line: a free agent of the groups that serve it, or a place in it. */
static inline void line_enter(Network *net, int to, uint32_t contact, double now, Random *random) {
  Line *l = &net->line[to];
  Contact *c = &contacts[contact];
  c->line = (uint8_t)to;
  c->since = now;
  for (const int *choice = l->groups; *choice != END; choice++) {
    Group *g = &net->group[*choice];
    if (g->busy == g->agents) continue;
    group_advance(g, now);
    g->busy++;
    c->group = (uint8_t)*choice;
    tally_answer(l, contact, 0);
    calendar_add(now + handling(l, random), what(contact, COMPLETION, 0));
    return;
  }
  line_advance(l, now);
  line_join(l, contact);
  if (l->mean_patience > 0) {
    calendar_add(now + l->mean_patience * exponential(random), what(contact, ABANDONMENT, c->stamp));
  }
}

/* ---- the run ------------------------------------------------------------------------------------------------ */

typedef struct {
  uint64_t arrivals, events;
  double window_seconds; /* from the first counted arrival to the last one: the integrals cover this */
  double waiting_area, busy_area;
} Run;

static void all_advance(Network *net, double now) {
  for (int i = 0; i < net->lines_used; i++) line_advance(&net->line[i], now);
  for (int i = 0; i < net->groups_used; i++) group_advance(&net->group[i], now);
}

static Run run(Network *net, uint64_t counted, uint64_t warm, uint64_t seed) {
  Random local = random_from(seed), *random = &local;
  Run result = {0};
  const uint64_t last = warm + counted;
  double window_start = 0;

  if (contacts_room == 0) contacts_reserve(1024);
  calendar_clear();
  for (int i = 0; i < net->lines_used; i++) {
    if (net->line[i].arrival_rate > 0)
      calendar_add(exponential(random) / net->line[i].arrival_rate, what((uint32_t)i, ARRIVAL, 0));
  }

  while (calendar_size > 0) {
    const double now = time_of(calendar[0].time);
    const uint64_t event = calendar[0].what;
    const uint32_t kind = (uint32_t)(event >> 32) & 3;
    result.events++;

    if (kind == ARRIVAL) {
      const int line = (int)(uint32_t)event;
      if (UNLIKELY(result.arrivals >= last)) {
        calendar_remove_first();
        continue;
      }
      const uint64_t ordinal = result.arrivals++;
      if (UNLIKELY(ordinal == warm)) {
        window_start = now;
        all_advance(net, now);
        for (int i = 0; i < net->lines_used; i++) net->line[i].waiting_area = 0;
        for (int i = 0; i < net->groups_used; i++) net->group[i].busy_area = 0;
      }
      const double gap = exponential(random) / net->line[line].arrival_rate;
      calendar_replace_first(bits_of(now + gap), what((uint32_t)line, ARRIVAL, 0));
      const uint32_t contact = contact_new();
      contacts[contact].is_counted = ordinal >= warm;
      line_enter(net, line, contact, now, random);
      if (UNLIKELY(ordinal + 1 == last)) {
        result.window_seconds = now - window_start;
        all_advance(net, now);
        for (int i = 0; i < net->lines_used; i++) result.waiting_area += net->line[i].waiting_area;
        for (int i = 0; i < net->groups_used; i++) result.busy_area += net->group[i].busy_area;
      }
      continue;
    }

    const uint32_t contact = (uint32_t)event;
    Line *l = &net->line[contacts[contact].line];
    if (kind == ABANDONMENT) {
      calendar_remove_first();
      if (event >> 34 != (contacts[contact].stamp & 0x3fffffff)) continue; /* it was answered before */
      line_advance(l, now);
      line_leave(l, contact);
      if (contacts[contact].is_counted) {
        l->tally.wait_sum += now - contacts[contact].since;
        l->tally.contacts++;
        l->tally.abandoned++;
      }
    } else {
      Group *g = &net->group[contacts[contact].group];
      const int *choice = g->lines;
      while (*choice != END && net->line[*choice].waiting == 0) choice++;
      if (*choice != END) {
        Line *from = &net->line[*choice];
        const uint32_t picked = from->front;
        line_advance(from, now);
        line_leave(from, picked);
        contacts[picked].group = contacts[contact].group;
        tally_answer(from, picked, now - contacts[picked].since);
        calendar_replace_first(bits_of(now + handling(from, random)), what(picked, COMPLETION, 0));
      } else {
        group_advance(g, now);
        g->busy--;
        calendar_remove_first();
      }
      if (l->next != END && unit_of(next_bits(random)) < l->share_on) {
        line_enter(net, l->next, contact, now, random);
        continue;
      }
    }
    contact_forget(contact);
  }
  return result;
}

/* ---- the workloads --------------------------------------------------------------------------------------- */

static Network network_named(const char *name) {
  Network net = {0};
  if (strcmp(name, "W1") == 0 || strcmp(name, "W2") == 0) {
    const int is_first = name[1] == '1';
    net.lines_used = net.groups_used = 1;
    net.line[0] = (Line){.arrival_rate = is_first ? 0.150 : 0.175, .mean_handling = 300,
                         .mean_patience = is_first ? 0 : 120, .next = END, .groups = {0, END}};
    net.group[0] = (Group){.agents = 50, .lines = {0, END}};
  } else if (strcmp(name, "W3") == 0) {
    net.lines_used = net.groups_used = 3;
    net.line[0] = (Line){.arrival_rate = 0.150, .mean_handling = 240, .handling_cv = 1.2, .mean_patience = 300,
                         .next = 1, .share_on = 0.25, .groups = {0, END}};
    net.line[1] = (Line){.mean_handling = 600, .handling_cv = 1.2, .next = 2, .share_on = 0.20,
                         .groups = {1, END}};
    net.line[2] = (Line){.mean_handling = 1500, .handling_cv = 1.2, .next = END, .groups = {2, END}};
    net.group[0] = (Group){.agents = 40, .lines = {0, END}};
    net.group[1] = (Group){.agents = 25, .lines = {1, END}};
    net.group[2] = (Group){.agents = 12, .lines = {2, END}};
  } else if (strcmp(name, "W4") == 0) {
    net.lines_used = 3;
    net.groups_used = 5;
    net.line[0] = (Line){.arrival_rate = 0.12, .mean_handling = 300, .mean_patience = 300, .next = END,
                         .groups = {0, 3, 4, END}};
    net.line[1] = (Line){.arrival_rate = 0.075, .mean_handling = 360, .mean_patience = 300, .next = END,
                         .groups = {1, 3, 4, END}};
    net.line[2] = (Line){.arrival_rate = 0.05, .mean_handling = 420, .mean_patience = 300, .next = END,
                         .groups = {2, 4, END}};
    net.group[0] = (Group){.agents = 25, .lines = {0, END}};
    net.group[1] = (Group){.agents = 20, .lines = {1, END}};
    net.group[2] = (Group){.agents = 15, .lines = {2, END}};
    net.group[3] = (Group){.agents = 15, .lines = {0, 1, END}};
    net.group[4] = (Group){.agents = 15, .lines = {2, 1, 0, END}};
  } else {
    stop_with("the workload is W1, W2, W3 or W4");
  }
  for (int i = 0; i < net.lines_used; i++) {
    Line *l = &net.line[i];
    l->front = l->end = NOBODY;
    if (l->handling_cv == 0) continue;
    l->log_spread = sqrt(log(1 + l->handling_cv * l->handling_cv));
    l->log_mean = log(l->mean_handling) - 0.5 * l->log_spread * l->log_spread;
  }
  return net;
}

/* ---- what is printed --------------------------------------------------------------------------------------- */

static double mean_wait(const Line *l) { return l->tally.wait_sum / (double)l->tally.contacts; }

/* Mean wait and shares: of W4 those of all lines, of the others those of the first one. */
static void print_run(const char *name, const Network *net, const Run *done, uint64_t contacts_run, double cpu) {
  Tally all = {0};
  const int is_skills = strcmp(name, "W4") == 0;
  for (int i = 0; i < (is_skills ? net->lines_used : 1); i++) {
    const Tally *t = &net->line[i].tally;
    all.wait_sum += t->wait_sum;
    all.contacts += t->contacts;
    all.answered_in_target += t->answered_in_target;
    all.abandoned += t->abandoned;
  }
  const double n = (double)all.contacts;
  printf("{\"w\":\"%s\",\"n\":%llu,\"cpu\":%.6f,\"wait\":%.6f,\"sl\":%.6f,\"ab\":%.6f,", name,
         (unsigned long long)contacts_run, cpu, all.wait_sum / n, (double)all.answered_in_target / n,
         (double)all.abandoned / n);
  const char *fields[] = {is_skills ? "wA" : "", is_skills ? "wB" : "wait2", is_skills ? "wC" : "wait3"};
  for (int i = is_skills ? 0 : 1; i < net->lines_used; i++)
    printf("\"%s\":%.6f,", fields[i], mean_wait(&net->line[i]));
  printf("\"Lq\":%.6f,\"busy\":%.6f,\"events\":%llu}\n", done->waiting_area / done->window_seconds,
         done->busy_area / done->window_seconds, (unsigned long long)done->events);
}

static uint64_t whole_number(const char *text, const char *complaint) {
  char *end;
  const unsigned long long value = strtoull(text, &end, 10);
  if (*text < '0' || *text > '9' || *end != '\0') stop_with(complaint);
  return value;
}

static double cpu_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int count, char **words) {
  if (count != 7 || strcmp(words[2], "gen") != 0)
    stop_with("usage: reference <W1|W2|W3|W4> gen <contacts> <warm> <runs> <seed>");
  const uint64_t counted = whole_number(words[3], "contacts is a whole number");
  const uint64_t warm = whole_number(words[4], "warm is a whole number");
  const uint64_t runs = whole_number(words[5], "runs is a whole number");
  const uint64_t seed = whole_number(words[6], "seed is a whole number");
  if (counted == 0) stop_with("contacts is at least 1");
  build_ziggurat();
  build_normal_ziggurat();
  for (uint64_t i = 0; i < runs; i++) {
    Network net = network_named(words[1]);
    const double before = cpu_seconds();
    const Run done = run(&net, counted, warm, seed + i);
    print_run(words[1], &net, &done, counted + warm, cpu_seconds() - before);
  }
  return 0;
}
