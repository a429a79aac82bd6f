package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** In one sentence for everybody: what the chance of a draw rests on, and on whose honesty. */
public final class Chance {
  private Chance() {}

  /** The sentence, in Chinese. */
  public static String restsOn(Entropy.Promise promise) {
    return restsOn(promise, ChancePhrases.CHINESE);
  }

  /**
   * The same of a draw under way, with how many have entered numbers: who reads what another
   * entered need not look at the bulletin.
   */
  public static String restsOn(TaskDraws.Committed draw) {
    int people = Observing.latest(draw.observed()).size();
    return restsOn(draw.commit().entropy())
        + (people == 0 ? "" : "已有%d人录入，号码在抽取以后显示。".formatted(people));
  }

  /** The same of a draw that was made; one of old may rest on the word of one person. */
  public static String restsOn(TaskDraws.Executed draw) {
    return restsOn(draw, ChancePhrases.CHINESE);
  }

  /** The sentence in English; witnesses and lotteries keep their names. */
  public static String inEnglish(Entropy.Promise promise) {
    return restsOn(promise, ChancePhrases.ENGLISH);
  }

  /** The same of a draw that was made. */
  public static String inEnglish(TaskDraws.Executed draw) {
    return restsOn(draw, ChancePhrases.ENGLISH);
  }

  private static String restsOn(Entropy.Promise promise, ChancePhrases phrases) {
    return switch (promise) {
      case Entropy.CeremonyPromise ceremony ->
          phrases.ceremony.formatted(
              ceremony.witnesses().size(),
              ceremony.witnesses().stream()
                  .map(Entropy.Witness::by)
                  .collect(Collectors.joining(phrases.comma)));
      case Entropy.LotteryPromise lottery ->
          phrases
              .lottery
              .ofTwo()
              .formatted(lottery.source(), lottery.issue(), PublicLottery.dayOf(lottery));
      case Entropy.DrandPromise drand -> phrases.drand.formatted(drand.round());
    };
  }

  private static String restsOn(TaskDraws.Executed draw, ChancePhrases phrases) {
    if (!(draw.commit().entropy() instanceof Entropy.LotteryPromise lottery)) {
      return restsOn(draw.commit().entropy(), phrases);
    }
    return draw.observed().isEmpty()
        ? phrases.lottery.ofOne().formatted(lottery.source(), lottery.issue())
        : restsOn(lottery, phrases) + entered(draw.observed(), phrases);
  }

  /** Every entry, those that were wrong too; whose they are stays inside. */
  private static String entered(List<Observation> observed, ChancePhrases phrases) {
    ChancePhrases.Entered said = phrases.entered;
    List<String> people = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    for (Observation one : observed) {
      if (!SecondPerson.isAmong(one.by(), people)) {
        people.add(one.by());
      }
      int person = 1;
      while (!SecondPerson.isSame(people.get(person - 1), one.by())) {
        person++;
      }
      entries.add(said.one().formatted(person, numbers(one.reveal(), said)));
    }
    return entries.isEmpty() ? "" : said.all().formatted(String.join(said.between(), entries));
  }

  private static String numbers(Entropy.LotteryReveal reveal, ChancePhrases.Entered said) {
    return reveal.numbers().stream()
        .map(group -> group.stream().map("%02d"::formatted).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(said.groups()));
  }
}
