package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a public export says of a ledger that is a copy: its first event, and what led there. */
final class CopyNamed {
  private CopyNamed() {}

  /**
   * The whole envelope of the event, whose hash is the first of the chain; nothing of any other.
   */
  static void write(String service, StoredEvent first, Path data, Path target) throws IOException {
    if (!first.type().equals("PersonalDataAdopted")) {
      return;
    }
    Map<String, Object> envelope = new TreeMap<>();
    envelope.put("id", first.id().toString());
    envelope.put("metadata", first.metadata());
    envelope.put("payload", first.payload());
    envelope.put("stream", first.stream());
    envelope.put("type", first.type());
    envelope.put("version", first.version());
    Files.writeString(target.resolve("copy-of.json"), CanonicalJson.text(envelope));
    Path before = data.resolve(AdoptPersonalData.EVIDENCE).resolve(service);
    if (Files.isDirectory(before)) {
      try (Stream<Path> files = Files.walk(before)) {
        for (Path file : files.toList()) {
          Path to = target.resolve("before").resolve(before.relativize(file));
          // A copy would be as private as what was kept.
          if (Files.isDirectory(file)) {
            Files.createDirectories(to);
          } else {
            Files.write(to, Files.readAllBytes(file));
          }
        }
      }
    }
  }

  /** Public keys of the ledgers that were copied and of who witnessed them. */
  static List<String> keys(Path data) throws IOException {
    Path kept = data.resolve(AdoptPersonalData.EVIDENCE).resolve("keys.txt");
    return Files.exists(kept) ? Files.readAllLines(kept) : List.of();
  }
}
