package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code chain(n) = H("dr/ledger/1\0" ‖ chain(n−1) ‖ u64be(n) ‖ eventHash ‖ H(J(announcements)))},
 * chain(0) being 32 zero bytes: what is known and what was said are chained together.
 */
public final class ChainHash {
  public static final String START = "0".repeat(64);

  private static final byte[] NOTHING_SAID = Sha256.bytes(new byte[] {'[', ']'});
  private static final byte[] TAG = "dr/ledger/1\0".getBytes(StandardCharsets.US_ASCII);

  private ChainHash() {}

  public static String next(
      String before, long seq, String eventHash, List<Announcement> announcements) {
    HexFormat hex = HexFormat.of();
    return Sha256.hex(
        TAG,
        hex.parseHex(before),
        ByteBuffer.allocate(Long.BYTES).putLong(seq).array(),
        hex.parseHex(eventHash),
        announcements.isEmpty() ? NOTHING_SAID : said(announcements));
  }

  private static byte[] said(List<Announcement> announcements) {
    MessageDigest digest = Sha256.digest();
    byte separator = '[';
    for (Announcement said : announcements) {
      digest.update(separator);
      digest.update(
          CanonicalJson.bytesOf(
              "key",
              said.key(),
              "topic",
              said.topic(),
              "type",
              said.type(),
              "value",
              said.value()));
      separator = ',';
    }
    digest.update((byte) ']');
    return digest.digest();
  }
}
