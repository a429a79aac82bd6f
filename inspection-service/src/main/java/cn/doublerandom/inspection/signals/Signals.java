package cn.doublerandom.inspection.signals;

import cn.doublerandom.bureau.rules.SignalTerms;
import cn.doublerandom.inspection.signals.Signal.Kind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 走形式、随意录入 (R57–R59): what the visits of one year show of each unit. A unit is watched from its
 * {@link SignalTerms#fewest} visit on; where a signal counts visits, so many of them and so many in
 * a thousand must show it, since one hurried visit shows nothing.
 */
public final class Signals {
  private static final int PER_THOUSAND = 1_000;
  private static final int SECONDS_PER_MINUTE = 60;

  private final SignalTerms terms;
  private final List<VisitTrace> over;
  private final Map<String, List<VisitTrace>> units;
  private final Map<String, String> classes;
  private final Map<String, Chance.Rate> rates;
  private final List<Signal> found = new ArrayList<>();

  private Signals(SignalTerms terms, Collection<VisitTrace> visits, Map<String, String> classes) {
    this.terms = terms;
    this.classes = classes;
    this.over = visits.stream().filter(one -> one.finishedOn() != null).toList();
    this.units = byUnit(over);
    units.values().removeIf(all -> all.size() < terms.fewest());
    this.rates = rates();
  }

  /**
   * What is to be said, by unit and kind.
   *
   * @param visits of one year and one bureau
   * @param classes credit risk class of each subject; who is absent has none
   */
  public static List<Signal> of(
      SignalTerms terms, Collection<VisitTrace> visits, Map<String, String> classes) {
    var signals = new Signals(terms, visits, classes);
    signals.units.forEach(signals::fast);
    signals.alikeTexts();
    signals.units.forEach(signals::allClean);
    signals.units.forEach(signals::bulk);
    signals.units.forEach(signals::travel);
    signals.evidence();
    signals.units.forEach(signals::late);
    signals.units.forEach(signals::edits);
    return signals.found.stream()
        .sorted(Comparator.comparing(Signal::unit).thenComparing(Signal::kind))
        .toList();
  }

  private static Map<String, List<VisitTrace>> byUnit(List<VisitTrace> visits) {
    Map<String, List<VisitTrace>> units = new TreeMap<>();
    visits.forEach(one ->
        one.units().stream()
            .distinct()
            .forEach(unit -> units.computeIfAbsent(unit, none -> new ArrayList<>()).add(one)));
    return units;
  }

  /** Says it where enough visits show it. */
  private void say(
      Kind kind, String unit, Collection<VisitTrace> show, int of, long measured, long limit) {
    if (show.size() >= terms.fewest()
        && (long) show.size() * PER_THOUSAND >= (long) of * terms.ofThousand()) {
      found.add(new Signal(kind, unit, ids(show), show.size(), of, measured, limit));
    }
  }

  private static List<String> ids(Collection<VisitTrace> visits) {
    return visits.stream().map(VisitTrace::visitId).toList();
  }

  /** Seconds a visit needs to read its questions and answer them, whoever does it. */
  long needs(VisitTrace visit) {
    return visit.items().stream()
        .mapToLong(item ->
            Math.max(
                (long) item.questions() * terms.secondsPerQuestion(),
                Math.ceilDiv(
                    (long) item.characters() * SECONDS_PER_MINUTE, terms.charactersPerMinute())))
        .sum();
  }

  private static long took(VisitTrace visit) {
    return visit.startedAt() == null || visit.finishedAt() == null
        ? Long.MAX_VALUE
        : Math.max(0, Duration.between(visit.startedAt(), visit.finishedAt()).toSeconds());
  }

  private void fast(String unit, List<VisitTrace> all) {
    List<VisitTrace> show =
        all.stream()
            .filter(one -> took(one) < needs(one))
            .sorted(Comparator.comparingLong(Signals::took))
            .toList();
    if (!show.isEmpty()) {
      VisitTrace first = show.getFirst();
      say(Kind.FASTER_THAN_READING, unit, show, all.size(), took(first), needs(first));
    }
  }

  private void alikeTexts() {
    List<VisitTrace> texts = new ArrayList<>();
    List<Likeness> pairs = new ArrayList<>();
    for (VisitTrace visit : over) {
      Likeness text = Likeness.of(visit.text());
      if (text.length() >= terms.textLength()) {
        texts.add(visit);
        pairs.add(text);
      }
    }
    int[] most = new int[texts.size()];
    for (int i = 0; i < most.length; i++) {
      for (int j = i + 1; j < most.length; j++) {
        int alike =
            texts.get(i).subjectId().equals(texts.get(j).subjectId())
                ? 0
                : pairs.get(i).with(pairs.get(j));
        most[i] = Math.max(most[i], alike);
        most[j] = Math.max(most[j], alike);
      }
    }
    units.keySet().forEach(unit -> alikeTexts(unit, texts, most));
  }

  private void alikeTexts(String unit, List<VisitTrace> texts, int[] most) {
    List<VisitTrace> show = new ArrayList<>();
    int of = 0;
    int strongest = 0;
    for (int i = 0; i < most.length; i++) {
      if (texts.get(i).units().contains(unit)) {
        of++;
        if (most[i] >= terms.alikeOfThousand()) {
          show.add(texts.get(i));
          strongest = Math.max(strongest, most[i]);
        }
      }
    }
    say(Kind.ALIKE_TEXTS, unit, show, of, strongest, terms.alikeOfThousand());
  }

  /**
   * Against the rate of each class over the whole bureau, the unit's own visits included: that
   * makes the unit look better than it is, and never worse. Each unit that is watched has its share
   * of the chance that any is flagged (Bonferroni).
   */
  private void allClean(String unit, List<VisitTrace> all) {
    List<Chance.Rate> trials = all.stream().map(one -> rates.get(classOf(one))).toList();
    int findings = (int) all.stream().filter(VisitTrace::hasFinding).count();
    long chance = Chance.perMillion(trials, findings);
    long limit = terms.chancePerMillion() / Math.max(1, units.size());
    if (chance <= limit) {
      List<VisitTrace> show = all.stream().filter(one -> !one.hasFinding()).toList();
      found.add(new Signal(Kind.ALL_CLEAN, unit, ids(show), findings, all.size(), chance, limit));
    }
  }

  private Map<String, Chance.Rate> rates() {
    return over.stream()
        .collect(
            Collectors.groupingBy(
                this::classOf,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    all ->
                        new Chance.Rate(
                            (int) all.stream().filter(VisitTrace::hasFinding).count(),
                            all.size()))));
  }

  private String classOf(VisitTrace visit) {
    return classes.getOrDefault(visit.subjectId(), "NONE");
  }

  private void bulk(String unit, List<VisitTrace> all) {
    List<VisitTrace> busiest = BusyHour.of(all);
    if (busiest.size() > terms.visitsPerHour()) {
      found.add(
          new Signal(
              Kind.BULK_HOUR,
              unit,
              ids(busiest),
              busiest.size(),
              all.size(),
              busiest.size(),
              terms.visitsPerHour()));
    }
  }

  /** One officer's arrivals in their order; each visit counts once. */
  private void travel(String unit, List<VisitTrace> all) {
    record There(VisitTrace visit, VisitTrace.Arrival arrival) {}
    Map<String, List<There>> officers =
        all.stream()
            .flatMap(one -> one.arrivals().stream().map(arrival -> new There(one, arrival)))
            .collect(Collectors.groupingBy(there -> there.arrival().officer()));
    Set<VisitTrace> show = new HashSet<>();
    long fastest = 0;
    for (List<There> own : officers.values()) {
      own.sort(Comparator.comparing(there -> there.arrival().at()));
      for (int i = 1; i < own.size(); i++) {
        long speed = Travel.speed(own.get(i - 1).arrival(), own.get(i).arrival());
        if (speed > terms.kilometresPerHour()) {
          show.add(own.get(i - 1).visit());
          show.add(own.get(i).visit());
          fastest = Math.max(fastest, speed);
        }
      }
    }
    if (!show.isEmpty()) {
      found.add(
          new Signal(
              Kind.IMPOSSIBLE_TRAVEL,
              unit,
              ids(show),
              show.size(),
              all.size(),
              fastest,
              terms.kilometresPerHour()));
    }
  }

  /** The same photo cannot be of two places: one suffices. */
  private void evidence() {
    Collection<Set<VisitTrace>> pieces = UsedTwice.of(over, terms.bitsApart());
    units.forEach((unit, all) -> {
      Set<VisitTrace> show = new HashSet<>();
      int most = 0;
      for (Set<VisitTrace> of : pieces) {
        if (of.stream().anyMatch(one -> one.units().contains(unit))) {
          show.addAll(of);
          most = Math.max(most, of.size());
        }
      }
      if (most > 0) {
        found.add(
            new Signal(Kind.EVIDENCE_TWICE, unit, ids(show), show.size(), all.size(), most, 1));
      }
    });
  }

  private void late(String unit, List<VisitTrace> all) {
    List<VisitTrace> recorded = all.stream().filter(one -> one.recordedOn() != null).toList();
    List<VisitTrace> show = recorded.stream().filter(one -> days(one) > terms.lateDays()).toList();
    long latest = show.stream().mapToLong(Signals::days).max().orElse(0);
    say(Kind.LATE_ENTRY, unit, show, recorded.size(), latest, terms.lateDays());
  }

  private static long days(VisitTrace visit) {
    return visit.finishedOn() == null || visit.recordedOn() == null
        ? 0
        : ChronoUnit.DAYS.between(visit.finishedOn(), visit.recordedOn());
  }

  private void edits(String unit, List<VisitTrace> all) {
    List<VisitTrace> show =
        all.stream().filter(one -> one.edits() >= terms.editsAfterReturn()).toList();
    int most = show.stream().mapToInt(VisitTrace::edits).max().orElse(0);
    say(Kind.EDITS_AFTER_RETURN, unit, show, all.size(), most, terms.editsAfterReturn());
  }
}
