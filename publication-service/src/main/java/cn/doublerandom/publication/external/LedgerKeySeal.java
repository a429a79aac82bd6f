package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.publication.application.SnapshotSeal;
import cn.doublerandom.publication.opendata.OpenSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs with the key of the ledger, under an origin of its own: nobody can take a snapshot for a
 * checkpoint, and who has the key of the ledger needs no other.
 */
@ApplicationScoped
class LedgerKeySeal implements SnapshotSeal {
  private final Optional<Path> key;
  private final String origin;

  @Inject
  LedgerKeySeal(
      @ConfigProperty(name = "suite.checkpoint-key") Optional<Path> key,
      @ConfigProperty(name = "suite.log-origin") String origin) {
    this.key = key;
    this.origin = origin;
  }

  @Override
  public Optional<OpenSnapshot> sealed(
      String bureau, LocalDate day, long size, byte[] root, String sha256) {
    return key.map(file -> {
      try {
        NoteKey signing = NoteKey.keptIn(file, origin);
        String text =
            OpenSnapshot.text(
                signing.name() + "/open-data/" + bureau,
                size,
                Base64.getEncoder().encodeToString(root),
                day,
                sha256);
        return new OpenSnapshot(
            day, size, HexFormat.of().formatHex(root), sha256, signing.sign(text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
