package cn.doublerandom.publication.application;

import cn.doublerandom.publication.opendata.OpenSnapshot;
import java.time.LocalDate;
import java.util.Optional;

/** Signs what open data was, with the key that signs the ledger. */
public interface SnapshotSeal {
  /**
   * A signed snapshot; nothing where this installation signs nothing.
   *
   * @param bureau whose data it is
   * @param root RFC 6962 tree hash
   * @param sha256 of the file, 64 hex digits
   */
  Optional<OpenSnapshot> sealed(
      String bureau, LocalDate day, long size, byte[] root, String sha256);
}
