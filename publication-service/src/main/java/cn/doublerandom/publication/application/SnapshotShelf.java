package cn.doublerandom.publication.application;

import cn.doublerandom.publication.opendata.OpenSnapshot;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the snapshots of the bureau that asks lie. */
public interface SnapshotShelf {
  /** Keeps one; where there is one of that day already, it stays. */
  Uni<Void> keep(OpenSnapshot snapshot, byte[] packed);

  /** Takes away what is older than a day. */
  Uni<Void> forgetBefore(LocalDate day);

  /** The newest first. */
  Uni<List<OpenSnapshot>> all();

  /** Its rows, packed with gzip; nothing where there are none of that day. */
  Uni<Optional<byte[]>> packed(LocalDate day);
}
