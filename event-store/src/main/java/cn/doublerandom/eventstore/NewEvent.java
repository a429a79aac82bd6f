package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * An event about to be appended.
 *
 * @param id UUIDv7
 * @param type simple name of the event record
 * @param payload canonical JSON
 * @param metadata canonical JSON of {@link Metadata}
 * @param chunks pieces of long lists the payload names, by address; see {@link ChunkedLists}
 */
public record NewEvent(
    UUID id, String type, String payload, String metadata, Map<String, String> chunks) {
  private static final byte[] TAG = "dr/event/1\0".getBytes(StandardCharsets.US_ASCII);
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  public NewEvent {
    chunks = Map.copyOf(chunks);
  }

  /** An event whose payload holds everything itself. */
  public NewEvent(UUID id, String type, String payload, String metadata) {
    this(id, type, payload, metadata, Map.of());
  }

  /** A fresh UUIDv7. */
  public static UUID newId() {
    return IDS.generate();
  }

  /** {@code H("dr/event/1\0" ‖ J(envelope))}, lower-case hex: what the ledger chains. */
  public String hash(String stream, long version) {
    return Sha256.hex(
        TAG,
        CanonicalJson.bytesOf(
            "id", id.toString(),
            "metadata", metadata,
            "payload", payload,
            "stream", stream,
            "type", type,
            "version", version));
  }
}
