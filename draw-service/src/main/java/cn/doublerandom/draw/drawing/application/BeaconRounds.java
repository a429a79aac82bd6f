package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.protocol.Entropy;
import io.smallrye.mutiny.Uni;

/** Rounds of drand, wherever they come from; one is believed only with its signature. */
public interface BeaconRounds {
  /** A pasted round; its randomness follows from the signature. */
  Entropy.DrandReveal pasted(Entropy.DrandPromise promise, String signature);

  /**
   * The promised round from the relay.
   *
   * @return fails with {@code beacon-unreachable} where there is no relay or it does not answer
   */
  Uni<Entropy.DrandReveal> fetch(Entropy.DrandPromise promise);

  /** Whether the signature of the round is the chain's. */
  boolean holds(Entropy.DrandReveal round);
}
