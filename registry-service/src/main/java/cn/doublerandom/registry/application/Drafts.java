package cn.doublerandom.registry.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where drafts are kept for some days, each for its account alone. */
public interface Drafts {
  /** Bytes of a file: some 400,000 rows of firms. */
  int MOST_BYTES = 64 * 1024 * 1024;

  /** Bytes of a piece of it. */
  int PIECE = 1024 * 1024;

  /** Drafts of one account; the oldest gives way. */
  int MOST_OF_ONE = 10;

  /** Days until it is deleted. */
  int DAYS = 3;

  /** How long, and how many of one account. */
  Kept KEPT = new Kept(DAYS, MOST_OF_ONE);

  /** How long drafts are kept, and how many of one account. */
  record Kept(int days, int most) {}

  /**
   * Keeps a draft, whose pieces follow.
   *
   * @return false where it is kept already: the same file of the same form
   */
  Uni<Boolean> keep(Draft draft);

  /**
   * Keeps a piece of its file.
   *
   * @param number from 0
   * @param content at most {@link #PIECE} bytes
   */
  Uni<Void> keep(Draft draft, int number, byte[] content);

  /** Replaces the preview. */
  Uni<Void> judged(Draft draft);

  Uni<Optional<Draft>> find(String id, String account);

  /** What an account handed in and neither took nor dropped, the oldest first. */
  Uni<List<Left>> of(String account);

  /** A draft that was left. */
  record Left(String id, String fileName, Instant judged) {}

  /** A piece of the file as it was sent; empty behind the last one. */
  Uni<Optional<byte[]>> piece(Draft draft, int number);

  Uni<Void> drop(String id, String account);
}
