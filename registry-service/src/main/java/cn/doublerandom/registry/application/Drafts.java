package cn.doublerandom.registry.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where drafts are kept for some days, each for its account alone. */
public interface Drafts {
  /** Bytes of a file. */
  int MOST_BYTES = 16 * 1024 * 1024;

  /** Drafts of one account; the oldest gives way. */
  int MOST_OF_ONE = 10;

  /** Days until it is deleted. */
  int DAYS = 3;

  /** Keeps a draft; where it is kept already its preview is replaced. */
  Uni<Void> keep(Draft draft, byte[] content);

  /** Replaces the preview. */
  Uni<Void> judged(Draft draft);

  Uni<Optional<Draft>> find(String id, String account);

  /** What an account handed in and neither took nor dropped, the oldest first. */
  Uni<List<Left>> of(String account);

  /** A draft that was left. */
  record Left(String id, String fileName, Instant judged) {}

  /** The file as it was sent. */
  Uni<Optional<byte[]>> content(String id, String account);

  Uni<Void> drop(String id, String account);
}
