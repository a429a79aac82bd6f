package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An event about to be appended.
 *
 * @param id UUIDv7
 * @param type simple name of the event record
 * @param payload canonical JSON
 * @param metadata canonical JSON of {@link Metadata}
 */
public record NewEvent(UUID id, String type, String payload, String metadata) {
  private static final byte[] TAG = "dr/event/1\0".getBytes(StandardCharsets.US_ASCII);
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

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
