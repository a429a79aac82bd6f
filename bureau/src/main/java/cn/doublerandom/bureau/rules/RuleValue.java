package cn.doublerandom.bureau.rules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule says. */
public sealed interface RuleValue {
  /** An exact ratio; no floating point anywhere. */
  record Ratio(int numerator, int denominator) implements RuleValue {
    /**
     * The least whole number of a frame that is not below the ratio, at least 1 of a frame not
     * empty.
     */
    public int of(int frame) {
      if (frame == 0) {
        return 0;
      }
      long product = (long) frame * numerator;
      return (int) Math.max(1, Math.ceilDiv(product, denominator));
    }
  }

  /** 不低于: up, and at least one. It is the only rounding that keeps a floor a floor. */
  record RoundUp(int atLeast) implements RuleValue {}

  record WorkingDays(int days) implements RuleValue {}

  record CalendarDays(int days) implements RuleValue {}

  /** The last day of a month every year. */
  record EndOfMonth(int month) implements RuleValue {}

  record Count(int count) implements RuleValue {}

  record Years(int years) implements RuleValue {}

  record Months(int months) implements RuleValue {}

  /**
   * A ratio for each class.
   *
   * @param byClass A to D
   */
  record Tiers(Map<String, Ratio> byClass) implements RuleValue {
    public Tiers {
      byClass = Map.copyOf(byClass);
    }

    /** Whether a higher risk never has a lower ratio (R37). */
    public boolean areMonotone() {
      Ratio before = new Ratio(0, 1);
      for (String risk : List.of("A", "B", "C", "D")) {
        Ratio ratio = byClass.getOrDefault(risk, before);
        boolean falls =
            (long) ratio.numerator() * before.denominator()
                < (long) before.numerator() * ratio.denominator();
        if (falls) {
          return false;
        }
        before = ratio;
      }
      return true;
    }
  }

  /** Who must agree, in order: roles. */
  record Chain(List<String> roles) implements RuleValue {
    public Chain {
      roles = List.copyOf(roles);
    }
  }

  /** Drawn on television, published by the state, out of any county's reach. */
  record Lotteries(List<Lottery> lotteries) implements RuleValue {
    public Lotteries {
      lotteries = List.copyOf(lotteries);
    }
  }

  /**
   * One public lottery.
   *
   * @param groups numbers drawn, group by group
   * @param days on which it is drawn
   * @param at time of day, Asia/Shanghai
   * @param issues how they are numbered; where a pack does not say, by four digits of the year
   */
  record Lottery(
      String source,
      List<Balls> groups,
      List<DayOfWeek> days,
      LocalTime at,
      @Nullable Issues issues) {
    public Lottery {
      groups = List.copyOf(groups);
      days = List.copyOf(days);
    }
  }

  /**
   * The year with so many digits, then a number of three digits, at most this one, that counts the
   * evenings of the year.
   *
   * @param rests when evenings may fall out; absent where any number of them may be missing
   */
  record Issues(int yearDigits, int most, @Nullable List<Rest> rests) {
    /** One a day at most, under the whole year. */
    public static final Issues USUAL = new Issues(4, 366, null);

    public Issues {
      if (yearDigits < 1 || yearDigits > 4 || most < 1 || most > 999) {
        throw new IllegalArgumentException("issues " + yearDigits + ", " + most);
      }
      rests = rests == null ? null : List.copyOf(rests);
    }
  }

  /**
   * A holiday on which nothing is drawn (休市).
   *
   * @param from first day in any year on which it may have begun
   * @param days how long it lasts at most
   */
  record Rest(MonthDay from, int days) {}

  /** So many different numbers of {@code min} to {@code max}. */
  record Balls(int count, int min, int max) {}

  /**
   * Who witnesses a ceremony.
   *
   * @param least how many
   * @param outside one of these at least must be there: DISCIPLINE_INSPECTION, ENTERPRISE, PUBLIC
   */
  record Witnesses(int least, List<String> outside) implements RuleValue {
    public Witnesses {
      outside = List.copyOf(outside);
    }

    /** Whether these kinds of witnesses suffice. */
    public boolean suffice(List<String> kinds) {
      return kinds.size() >= least && kinds.stream().anyMatch(outside::contains);
    }
  }

  /**
   * Where chance may come from: CEREMONY, LOTTERY, DRAND.
   *
   * @param general for any task
   * @param keyItems for a task that inspects a 重点 item
   */
  record EntropyKinds(List<String> general, List<String> keyItems) implements RuleValue {
    public EntropyKinds {
      general = List.copyOf(general);
      keyItems = List.copyOf(keyItems);
    }

    /** Those that may be used. */
    public List<String> of(boolean keyItem) {
      return keyItem ? keyItems : general;
    }
  }

  /**
   * Which result codes may stand together.
   *
   * @param oneOf of each group an answer has one code at most
   * @param oneOfSubject of each group a subject has one code at most, over all its items: what it
   *     became cannot be two things
   * @param under codes that need the code they belong under
   */
  record ResultCombinations(
      List<List<String>> oneOf, List<List<String>> oneOfSubject, Map<String, String> under)
      implements RuleValue {
    public ResultCombinations {
      oneOf = oneOf.stream().map(List::copyOf).toList();
      oneOfSubject = oneOfSubject.stream().map(List::copyOf).toList();
      under = Map.copyOf(under);
    }

    /** Whether one answer may consist of these codes. */
    public boolean allows(List<String> codes) {
      return Stream.concat(oneOf.stream(), oneOfSubject.stream())
              .allMatch(group -> codes.stream().filter(group::contains).count() <= 1)
          && codes.stream()
              .allMatch(code -> !under.containsKey(code) || codes.contains(under.get(code)));
    }
  }

  /**
   * What has to be done before a visit begins.
   *
   * @param steps in the order in which they are done
   */
  record VisitSteps(List<Step> steps) implements RuleValue {
    public VisitSteps {
      steps = List.copyOf(steps);
    }

    /** Whether a visit may begin when these steps are done. */
    public boolean allows(List<String> done) {
      return steps.stream().allMatch(step -> done.contains(step.name()));
    }
  }

  /**
   * One of them.
   *
   * @param name TRAINING (业务培训), APPROVAL (行政检查审批) or NOTICE (行政检查通知)
   * @param basis title, number and words of the document that asks for it
   */
  record Step(String name, String basis) {}

  /**
   * Who agrees to a result before it is final.
   *
   * @param steps in their order
   */
  record ResultReview(List<Review> steps) implements RuleValue {
    public ResultReview {
      steps = List.copyOf(steps);
    }

    /** The steps that are asked for where a finding weighs and leads to this. */
    public List<String> of(String severity, String measure) {
      return steps.stream()
          .filter(step -> step.isAskedFor(severity, measure))
          .map(Review::name)
          .toList();
    }
  }

  /**
   * One of them.
   *
   * @param name LEADER (组长或者负责人确认) or LEGAL (法制审核)
   * @param measures after a finding, each of which asks for it; none of both where it is asked for
   *     always
   * @param severities of a finding, likewise
   * @param basis title, number and words of the document that asks for it
   */
  record Review(String name, List<String> measures, List<String> severities, String basis) {
    public Review {
      measures = List.copyOf(measures);
      severities = List.copyOf(severities);
    }

    boolean isAskedFor(String severity, String measure) {
      return (measures.isEmpty() && severities.isEmpty())
          || measures.contains(measure)
          || severities.contains(severity);
    }
  }

  /**
   * How long what follows a finding may take, and who is told when it takes longer.
   *
   * @param correctionDays working days to correct, 0 where they are set each time
   * @param receiptDays working days for the receiver's receipt, likewise
   * @param remindBefore working days before the last one on which the team is reminded
   * @param escalations after it, in their order
   */
  record FollowUpTerms(
      int correctionDays, int receiptDays, List<Integer> remindBefore, List<Escalation> escalations)
      implements RuleValue {
    /** Where no pack speaks of it. */
    public static final FollowUpTerms NONE = new FollowUpTerms(0, 0, List.of(), List.of());

    public FollowUpTerms {
      remindBefore = List.copyOf(remindBefore);
      escalations = List.copyOf(escalations);
    }

    /** Who is told once something is late by so many working days, in their order. */
    public List<String> toldAfter(int workingDays) {
      return escalations.stream()
          .filter(step -> step.afterDays() <= workingDays)
          .map(Escalation::role)
          .toList();
    }
  }

  record Signals(SignalTerms terms) implements RuleValue {}

  record Score(ScoreTerms terms) implements RuleValue {}

  record Required(boolean required) implements RuleValue {}

  /**
   * The pack names the rule and does not say its number: somebody must decide, nothing is guessed.
   *
   * @param who decides
   */
  record ToBeSet(String who) implements RuleValue {}
}
