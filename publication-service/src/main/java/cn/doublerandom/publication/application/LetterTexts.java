package cn.doublerandom.publication.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where the words of the public lie, apart from the ledger (ADR 85). */
public interface LetterTexts {
  /** So many days after the answer they are deleted. */
  int DAYS = 90;

  /**
   * What somebody wrote.
   *
   * @param nonce 64 lowercase hex digits; without it nobody tries texts against the ledger's hash
   * @param contact how to reach who wrote; empty where he does not say
   */
  record Content(String nonce, String text, String contact) {
    @Override
    public String toString() {
      return "Content[not told]";
    }
  }

  /** Keeps it under the number of its letter; what is kept there stays. */
  Uni<Void> keep(String id, Content content, Instant at);

  /** What was written; nothing once it is deleted. */
  Uni<Optional<Content>> find(String id);
}
