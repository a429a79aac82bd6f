package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.evidencekit.EvidenceNames;
import cn.doublerandom.evidencekit.EvidenceSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A photo as it is kept, and the events that name it. */
final class KeptPhoto {
  static final byte[] PHOTO = "a photo of the yard".getBytes(UTF_8);
  static final String HASH = Sha256.hex(PHOTO);

  private KeptPhoto() {}

  /** Seals under the key of a stack and lays where a place keeps it. */
  static void keep(Path data, Path place, String of, byte[] content) throws IOException {
    Path kept = place.resolve(EvidenceNames.kept(of, HASH));
    Files.createDirectories(kept.getParent());
    Files.write(
        kept,
        EvidenceSeal.keptIn(data.resolve("identity/evidence.key"))
            .sealed(EvidenceNames.about(of, HASH), content));
  }

  static void change(Path kept) throws IOException {
    byte[] sealed = Files.readAllBytes(kept);
    sealed[sealed.length - 1] ^= 1;
    Files.write(kept, sealed);
  }

  static StoredEvent event(String stream, String type, String member, String hash) {
    return new StoredEvent(
        stream,
        1,
        UUID.fromString("00000000-0000-4000-8000-000000000001"),
        type,
        "{\"%s\":{\"%s\":\"%s\"}}".formatted(member, hash, HASH),
        "{}",
        "");
  }

  static StoredEvent photo(String stream) {
    return event(stream, "EvidenceAdded", "evidence", "sha256");
  }
}
