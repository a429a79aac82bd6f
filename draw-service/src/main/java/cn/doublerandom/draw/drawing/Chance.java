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
    return switch (promise) {
      case Entropy.CeremonyPromise ceremony ->
          "本次抽取的随机数由统筹人员和%d名见证人（%s）共同产生，靠的是其中至少一人诚实：除非全体串通，谁也左右不了结果。"
              .formatted(
                  ceremony.witnesses().size(),
                  ceremony.witnesses().stream()
                      .map(Entropy.Witness::by)
                      .collect(Collectors.joining("、")));
      case Entropy.LotteryPromise lottery ->
          "本次抽取的随机数取自公共彩票“%s”第%s期（%s开奖）的开奖号码。号码由人录入，系统无从核对：须两人分别录入且一致才能抽取，其中至少一人没有经手锁定和承诺；请任何人对照该期开奖公告核对开奖日期和号码。"
              .formatted(lottery.source(), lottery.issue(), PublicLottery.dayOf(lottery));
      case Entropy.DrandPromise drand ->
          "本次抽取的随机数取自公共随机信标 drand 第%d轮，靠的是该网络多数节点诚实：本单位全体串通也左右不了结果。".formatted(drand.round());
    };
  }

  /** The same of a draw under way, with what people have entered so far. */
  public static String restsOn(TaskDraws.Committed draw) {
    return restsOn(draw.commit().entropy()) + entered(draw.observed());
  }

  /** The same of a draw that was made; one of old may rest on the word of one person. */
  public static String restsOn(TaskDraws.Executed draw) {
    if (!(draw.commit().entropy() instanceof Entropy.LotteryPromise lottery)) {
      return restsOn(draw.commit().entropy());
    }
    return draw.observed().isEmpty()
        ? "本次抽取的随机数取自公共彩票“%s”第%s期的开奖号码。号码由一人录入，没有第二人核对：请对照该期开奖公告核对号码。"
            .formatted(lottery.source(), lottery.issue())
        : restsOn(lottery) + entered(draw.observed());
  }

  /** Every entry, those that were wrong too; whose they are stays inside. */
  private static String entered(List<Observation> observed) {
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
      entries.add("第%d人 %s".formatted(person, numbers(one.reveal())));
    }
    return entries.isEmpty() ? "" : "已录入：" + String.join("；", entries) + "。";
  }

  private static String numbers(Entropy.LotteryReveal reveal) {
    return reveal.numbers().stream()
        .map(group -> group.stream().map("%02d"::formatted).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("＋"));
  }
}
