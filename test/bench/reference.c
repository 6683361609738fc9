/* reference.c -- a general event-driven simulator, for comparison with Saff's engine.
 *
 * Build:  cc -O3 -march=native -o reference reference.c -lm        (reference.ts does it)
 * Run:    reference <mm50|mm50a|tiers> <contacts> <warm> <seed>     prints one line of JSON
 *
 * It is what a careful C programmer would write without knowing the workload: one calendar that holds
 * every event (arrival, completion, abandonment), a record for every contact, waiting lines that can be
 * left from the middle, stations that are described by numbers and read at run time, and the usual
 * statistics. Nothing is shortened for a special case, and no exact result is used inside.
 *
 * Times are seconds. The system starts empty; the first `warm` arrivals are simulated but not counted, the
 * next `contacts` are, and arrivals go on until all counted contacts have left, so that the last ones meet
 * the same traffic as the others. `cpuSeconds` is the process's CPU time around the run alone.
 *
 *   mm50   50 agents, mean handling 300, arrivals 0.150/s (load 0.90), nobody abandons
 *   mm50a  50 agents, mean handling 300, arrivals 0.175/s (load 1.05), patience exponential, mean 120
 *   tiers  arrivals 0.150/s; tier 1: 40 agents, mean 240, 25 % go on to tier 2: 25 agents, mean 600,
 *          20 % of those go on to tier 3: 12 agents, mean 1500; exponential throughout, nobody abandons
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

/* ---- the calendar: an implicit heap with four children ---------------------------------------------------- *
 * The children of i are 4i+1 .. 4i+4; their times share half a cache line. A time that is not negative orders
 * like its bits read as a whole number, which lets the smallest of four be found without a branch. Slots
 * behind the last event hold NEVER, so that nobody has to ask how many children there are. */

enum { ARRIVAL, COMPLETION, ABANDONMENT };

#define NEVER UINT64_MAX

static uint64_t *times; /* bits of the time; times[1] lies on a cache line */
static uint64_t *whats; /* whats[i] belongs to times[i]: see `what` */
static void *times_memory;
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
  if (posix_memalign(&memory, 64, (room + 16) * sizeof(uint64_t)) != 0) stop_with("no memory for events");
  uint64_t *grown = (uint64_t *)memory + 7;
  for (size_t i = 0; i < room + 8; i++) grown[i] = NEVER;
  if (calendar_size > 0) memcpy(grown, times, calendar_size * sizeof(uint64_t));
  free(times_memory);
  times_memory = memory;
  times = grown;
  whats = realloc(whats, (room + 8) * sizeof(uint64_t));
  if (whats == NULL) stop_with("no memory for events");
  calendar_room = room;
}

static inline void calendar_add(double time, uint64_t event) {
  if (UNLIKELY(calendar_size == calendar_room)) calendar_reserve(calendar_room * 2);
  const uint64_t key = bits_of(time);
  size_t at = calendar_size++;
  while (at > 0) {
    const size_t parent = (at - 1) >> 2;
    if (key >= times[parent]) break;
    times[at] = times[parent];
    whats[at] = whats[parent];
    at = parent;
  }
  times[at] = key;
  whats[at] = event;
}

static inline void calendar_replace_first(uint64_t key, uint64_t event) {
  size_t hole = 0, child;
  while ((child = 4 * hole + 1) < calendar_size) {
    const uint64_t t0 = times[child], t1 = times[child + 1], t2 = times[child + 2], t3 = times[child + 3];
    const size_t left = child + (t1 < t0), right = child + 2 + (t3 < t2);
    const uint64_t left_time = t1 < t0 ? t1 : t0, right_time = t3 < t2 ? t3 : t2;
    const size_t smallest = right_time < left_time ? right : left;
    const uint64_t smallest_time = right_time < left_time ? right_time : left_time;
    if (smallest_time >= key) break;
    times[hole] = smallest_time;
    whats[hole] = whats[smallest];
    hole = smallest;
  }
  times[hole] = key;
  whats[hole] = event;
}

static inline void calendar_remove_first(void) {
  const uint64_t key = times[--calendar_size], event = whats[calendar_size];
  times[calendar_size] = NEVER;
  if (calendar_size > 0) calendar_replace_first(key, event);
}

/* ---- contacts ---------------------------------------------------------------------------------------------- */

#define NOBODY UINT32_MAX

typedef struct {
  double since;            /* when it reached its present station */
  uint32_t before, behind; /* neighbours in the waiting line; `behind` also links the free records */
  uint32_t stamp;          /* changes when a wait ends, so that the old abandonment event is known as stale */
  uint16_t station, batch;
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

/* ---- stations and what is counted ----------------------------------------------------------------------- */

#define BATCHES 40       /* counted contacts fall into this many batches, in order of arrival */
#define NOT_COUNTED 0    /* batch 0 takes the contacts of the warm-up and those after the last counted one */
#define MOST_STATIONS 3
#define TARGET_SECONDS 20.0

typedef struct {
  double wait_sum; /* time in the waiting line, of those who were answered and of those who left */
  uint64_t answered, answered_in_target, abandoned;
} Tally;

typedef struct {
  int32_t agents;
  double mean_handling, mean_patience; /* patience 0: infinite */
  int next;                            /* station that `share_on` of those handled go on to; -1: none */
  double share_on;

  int32_t busy, waiting;
  uint32_t line_front, line_end;
  double changed_at, waiting_area, busy_area; /* integrals over time of `waiting` and `busy` */
  Tally tallies[BATCHES + 1];
} Station;

typedef struct {
  const char *name;
  double arrival_rate;
  int stations;
  Station station[MOST_STATIONS];
} Network;

static inline void station_advance(Station *s, double now) {
  const double passed = now - s->changed_at;
  s->waiting_area += (double)s->waiting * passed;
  s->busy_area += (double)s->busy * passed;
  s->changed_at = now;
}

static inline void line_join(Station *s, uint32_t contact) {
  contacts[contact].before = s->line_end;
  contacts[contact].behind = NOBODY;
  if (s->line_end == NOBODY) s->line_front = contact;
  else contacts[s->line_end].behind = contact;
  s->line_end = contact;
  s->waiting++;
}

static inline void line_leave(Station *s, uint32_t contact) {
  const uint32_t before = contacts[contact].before, behind = contacts[contact].behind;
  if (before == NOBODY) s->line_front = behind;
  else contacts[before].behind = behind;
  if (behind == NOBODY) s->line_end = before;
  else contacts[behind].before = before;
  s->waiting--;
  contacts[contact].stamp++;
}

static inline void tally_answer(Station *s, uint32_t contact, double wait) {
  Tally *tally = &s->tallies[contacts[contact].batch];
  tally->wait_sum += wait;
  tally->answered++;
  tally->answered_in_target += wait <= TARGET_SECONDS;
}

/* Puts a contact before a station whose integrals have been advanced to `now`. */
static inline void station_enter(Network *net, int to, uint32_t contact, double now, Random *random) {
  Station *s = &net->station[to];
  contacts[contact].station = (uint16_t)to;
  contacts[contact].since = now;
  if (s->busy < s->agents) {
    s->busy++;
    tally_answer(s, contact, 0);
    calendar_add(now + s->mean_handling * exponential(random), what(contact, COMPLETION, 0));
    return;
  }
  line_join(s, contact);
  if (s->mean_patience > 0) {
    calendar_add(now + s->mean_patience * exponential(random),
                 what(contact, ABANDONMENT, contacts[contact].stamp));
  }
}

/* ---- the run ------------------------------------------------------------------------------------------------ */

typedef struct {
  uint64_t arrivals, events;
  double window_seconds; /* from the first counted arrival to the last one: the integrals cover this */
} Run;

static Run run(Network *net, uint64_t counted, uint64_t warm, uint64_t seed) {
  Random local = random_from(seed), *random = &local;
  Run result = {0};
  const double mean_gap = 1 / net->arrival_rate;
  const uint64_t last_counted = warm + counted - 1;
  uint64_t counted_inside = 0, next_batch_at = warm;
  double window_start = 0, waiting_area[MOST_STATIONS], busy_area[MOST_STATIONS];
  uint32_t batch = NOT_COUNTED;

  contacts_reserve(1024);
  calendar_reserve(1024);
  calendar_add(mean_gap * exponential(random), what(0, ARRIVAL, 0));

  for (;;) {
    const double now = time_of(times[0]);
    const uint64_t event = whats[0];
    const uint32_t kind = (uint32_t)(event >> 32) & 3;
    result.events++;

    if (kind == ARRIVAL) {
      const uint64_t ordinal = result.arrivals++;
      if (UNLIKELY(ordinal == warm)) {
        window_start = now;
        for (int i = 0; i < net->stations; i++) {
          station_advance(&net->station[i], now);
          net->station[i].waiting_area = net->station[i].busy_area = 0;
        }
      }
      if (UNLIKELY(ordinal == next_batch_at)) {
        if (batch < BATCHES) {
          batch++;
          next_batch_at = warm + counted * batch / BATCHES;
        } else {
          batch = NOT_COUNTED;
          next_batch_at = UINT64_MAX;
        }
      }
      calendar_replace_first(bits_of(now + mean_gap * exponential(random)), what(0, ARRIVAL, 0));
      const uint32_t contact = contact_new();
      contacts[contact].batch = (uint16_t)batch;
      counted_inside += batch != NOT_COUNTED;
      station_advance(&net->station[0], now);
      station_enter(net, 0, contact, now, random);
      if (UNLIKELY(ordinal == last_counted)) {
        result.window_seconds = now - window_start;
        for (int i = 0; i < net->stations; i++) {
          station_advance(&net->station[i], now);
          waiting_area[i] = net->station[i].waiting_area;
          busy_area[i] = net->station[i].busy_area;
        }
      }
      continue;
    }

    const uint32_t contact = (uint32_t)event;
    if (kind == ABANDONMENT) {
      calendar_remove_first();
      if (event >> 34 != (contacts[contact].stamp & 0x3fffffff)) continue; /* it was answered before */
      Station *s = &net->station[contacts[contact].station];
      station_advance(s, now);
      line_leave(s, contact);
      Tally *tally = &s->tallies[contacts[contact].batch];
      tally->wait_sum += now - contacts[contact].since;
      tally->abandoned++;
    } else {
      Station *s = &net->station[contacts[contact].station];
      station_advance(s, now);
      if (s->waiting > 0) {
        const uint32_t picked = s->line_front;
        line_leave(s, picked);
        tally_answer(s, picked, now - contacts[picked].since);
        const double ends = now + s->mean_handling * exponential(random);
        calendar_replace_first(bits_of(ends), what(picked, COMPLETION, 0));
      } else {
        s->busy--;
        calendar_remove_first();
      }
      if (s->next >= 0 && unit_of(next_bits(random)) < s->share_on) {
        station_advance(&net->station[s->next], now);
        station_enter(net, s->next, contact, now, random);
        continue;
      }
    }
    const uint32_t was_counted = contacts[contact].batch != NOT_COUNTED;
    contact_forget(contact);
    counted_inside -= was_counted;
    if (UNLIKELY(counted_inside == 0) && result.arrivals > last_counted) break;
  }
  for (int i = 0; i < net->stations; i++) {
    net->station[i].waiting_area = waiting_area[i];
    net->station[i].busy_area = busy_area[i];
  }
  return result;
}

/* ---- the workloads --------------------------------------------------------------------------------------- */

static Network network_named(const char *name) {
  Network net = {.name = name};
  if (strcmp(name, "mm50") == 0) {
    net.arrival_rate = 0.150;
    net.stations = 1;
    net.station[0] = (Station){.agents = 50, .mean_handling = 300, .next = -1};
  } else if (strcmp(name, "mm50a") == 0) {
    net.arrival_rate = 0.175;
    net.stations = 1;
    net.station[0] = (Station){.agents = 50, .mean_handling = 300, .mean_patience = 120, .next = -1};
  } else if (strcmp(name, "tiers") == 0) {
    net.arrival_rate = 0.150;
    net.stations = 3;
    net.station[0] = (Station){.agents = 40, .mean_handling = 240, .next = 1, .share_on = 0.25};
    net.station[1] = (Station){.agents = 25, .mean_handling = 600, .next = 2, .share_on = 0.20};
    net.station[2] = (Station){.agents = 12, .mean_handling = 1500, .next = -1};
  } else {
    stop_with("the workload is mm50, mm50a or tiers");
  }
  for (int i = 0; i < net.stations; i++) net.station[i].line_front = net.station[i].line_end = NOBODY;
  return net;
}

/* ---- what is printed --------------------------------------------------------------------------------------- */

typedef struct { double value, standard_error; } Estimate;

/* Ratio of two sums with its standard error from the batches (residuals about the overall ratio, which is
 * right for batches of unequal size). A batch nobody of which came this far has no say. */
static Estimate ratio_of(const double *top, const double *bottom) {
  double all_top = 0, all_bottom = 0, squares = 0;
  for (int i = 1; i <= BATCHES; i++) {
    all_top += top[i];
    all_bottom += bottom[i];
  }
  if (!(all_bottom > 0)) return (Estimate){0, 0};
  const double ratio = all_top / all_bottom;
  for (int i = 1; i <= BATCHES; i++) {
    const double residual = top[i] - ratio * bottom[i];
    squares += residual * residual;
  }
  return (Estimate){ratio, sqrt(squares * BATCHES / (BATCHES - 1)) / all_bottom};
}

static void print_estimate(const char *field, const char *unit, Estimate e) {
  printf("\"%s%s\":%.9g,\"%sStandardError%s\":%.4g,", field, unit, e.value, field, unit, e.standard_error);
}

static void print_station(const Station *s, double window_seconds) {
  double wait[BATCHES + 1], in_target[BATCHES + 1], abandoned[BATCHES + 1], all[BATCHES + 1], sum = 0;
  for (int i = 1; i <= BATCHES; i++) {
    const Tally *t = &s->tallies[i];
    wait[i] = t->wait_sum;
    in_target[i] = (double)t->answered_in_target;
    abandoned[i] = (double)t->abandoned;
    all[i] = (double)(t->answered + t->abandoned);
    sum += all[i];
  }
  printf("{\"agents\":%d,\"contacts\":%.0f,", s->agents, sum);
  print_estimate("meanWait", "Seconds", ratio_of(wait, all));
  print_estimate("serviceLevel20", "", ratio_of(in_target, all));
  print_estimate("abandonedShare", "", ratio_of(abandoned, all));
  printf("\"meanQueueLength\":%.9g,\"occupancy\":%.9g}", s->waiting_area / window_seconds,
         s->busy_area / window_seconds / s->agents);
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
  if (count != 5) stop_with("usage: reference <mm50|mm50a|tiers> <contacts> <warm> <seed>");
  Network net = network_named(words[1]);
  const uint64_t counted = whole_number(words[2], "contacts is a whole number");
  const uint64_t warm = whole_number(words[3], "warm is a whole number");
  const uint64_t seed = whole_number(words[4], "seed is a whole number");
  if (counted < 1000) stop_with("contacts is at least 1000");
  build_ziggurat();

  const double before = cpu_seconds();
  const Run done = run(&net, counted, warm, seed);
  const double cpu = cpu_seconds() - before;

  printf("{\"workload\":\"%s\",\"contacts\":%llu,\"warm\":%llu,\"seed\":%llu,\"arrivals\":%llu,\"events\":%llu,",
         net.name, (unsigned long long)counted, (unsigned long long)warm, (unsigned long long)seed,
         (unsigned long long)done.arrivals, (unsigned long long)done.events);
  printf("\"cpuSeconds\":%.6f,\"contactsPerCpuSecond\":%.0f,", cpu, (double)(counted + warm) / cpu);

  /* the figures of the first station again, at the top: the ones every workload has */
  double wait[BATCHES + 1], in_target[BATCHES + 1], all[BATCHES + 1];
  for (int i = 1; i <= BATCHES; i++) {
    const Tally *t = &net.station[0].tallies[i];
    wait[i] = t->wait_sum;
    in_target[i] = (double)t->answered_in_target;
    all[i] = (double)(t->answered + t->abandoned);
  }
  printf("\"meanWaitSeconds\":%.9g,\"serviceLevel20\":%.9g,\"stations\":[", ratio_of(wait, all).value,
         ratio_of(in_target, all).value);
  for (int i = 0; i < net.stations; i++) {
    if (i > 0) printf(",");
    print_station(&net.station[i], done.window_seconds);
  }
  printf("]}\n");
  return 0;
}
