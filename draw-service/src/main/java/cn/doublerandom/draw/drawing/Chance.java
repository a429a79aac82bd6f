package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;
import java.util.stream.Collectors;

/** In one sentence for everybody: what the chance of a draw rests on, and on whose honesty. */
public final class Chance {
  private Chance() {}

  /** The sentence, in Chinese. */
  public static String restsOn(Entropy.Promise promise) {
    return switch (promise) {
      case Entropy.CeremonyPromise ceremony ->
          "本次抽取的随机数由操作人和%d名见证人（%s）共同产生，靠的是其中至少一人诚实：除非全体串通，谁也左右不了结果。"
              .formatted(
                  ceremony.witnesses().size(),
                  ceremony.witnesses().stream()
                      .map(Entropy.Witness::by)
                      .collect(Collectors.joining("、")));
      case Entropy.LotteryPromise lottery ->
          "本次抽取的随机数取自公共彩票“%s”第%s期的开奖号码，靠的是该彩票公开开奖：本单位全体串通也左右不了结果。"
              .formatted(lottery.source(), lottery.issue());
      case Entropy.DrandPromise drand ->
          "本次抽取的随机数取自公共随机信标 drand 第%d轮，靠的是该网络多数节点诚实：本单位全体串通也左右不了结果。".formatted(drand.round());
    };
  }
}
