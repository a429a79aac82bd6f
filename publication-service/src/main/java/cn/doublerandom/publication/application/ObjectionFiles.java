package cn.doublerandom.publication.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where the bytes of what firms send with their objections lie, apart from the ledger. */
public interface ObjectionFiles {
  /** Keeps bytes under their hash; what is there already stays. */
  Uni<Void> keep(String resultId, String sha256, byte[] content);

  /** The bytes; nothing where they are not there. */
  Uni<Optional<byte[]>> find(String resultId, String sha256);
}
