package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import cn.doublerandom.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * 公示账本: the leaves as they are kept, each against the entry of the ledger it was made of; the tiles
 * and every checkpoint against the leaves. What a version said is compared by a replay.
 */
final class NoticeLogCheck {
  private static final String SERVICE = "publication";
  private static final int FETCH = 1_000;

  /** As the publication makes the nonce of a leaf from the id of its event. */
  private static final String NONCE_TAG = "dr/notice-nonce/1\0";

  private static final int NONCE_LETTERS = 32;
  private static final Pattern LINE =
      Pattern.compile("dr/notice/1 [a-z]+ \\S+ \\S+ [1-9][0-9]* \\S+ [0-9a-f]{64}");

  private final Connection connection;
  private final List<String> keys;
  private final NoticeSightings seen;
  private final MerkleTree.Growing tree = new MerkleTree.Growing();
  private final TreeMap<Long, Sealed> open = new TreeMap<>();
  private final List<List<byte[]>> levels = new ArrayList<>();
  private final List<Long> full = new ArrayList<>();

  /**
   * A checkpoint.
   *
   * @param root hex
   */
  private record Sealed(String root, String note) {}

  private NoticeLogCheck(Connection connection, List<String> keys, NoticeSightings seen) {
    this.connection = connection;
    this.keys = keys;
    this.seen = seen;
  }

  /**
   * What holds.
   *
   * @param seen checkpoints of those outside that do
   */
  record Held(long leaves, int seen) {}

  /**
   * What holds; nothing in data from before there was a log.
   *
   * @param keys verifier keys of the logs; where none is known no signature is checked
   * @param seen what somebody outside kept of it
   */
  static Held verified(Connection connection, List<String> keys, NoticeSightings seen)
      throws SQLException, Audit.Failed {
    if (!NoticeLogFiles.isThere(connection)) {
      return new Held(0, seen.end(0, 0));
    }
    var check = new NoticeLogCheck(connection, keys, seen);
    check.sealed();
    check.leaves();
    return check.end();
  }

  private void sealed() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT size, root, note FROM transparency.checkpoint")) {
      while (rows.next()) {
        open.put(
            rows.getLong("size"),
            new Sealed(HexFormat.of().formatHex(rows.getBytes("root")), rows.getString("note")));
      }
    }
  }

  private void leaves() throws SQLException, Audit.Failed {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT leaf.index, leaf.seq, leaf.stream, leaf.told, leaf.nonce, leaf.line,
                event.stream_id, event.version, event.id
              FROM transparency.leaf LEFT JOIN ledger USING (seq) LEFT JOIN event USING (position)
              ORDER BY leaf.index
              """)) {
        while (rows.next()) {
          leaf(rows);
        }
      }
    }
  }

  private void leaf(ResultSet row) throws SQLException, Audit.Failed {
    long number = tree.size() + 1;
    if (row.getLong("index") != tree.size()) {
      throw failed(row.getLong("seq"), number, "缺失 is missing");
    }
    String line = row.getString("line");
    String stream = row.getString("stream_id");
    if (stream == null
        || !StreamNames.parse(stream).name().equals(row.getString("stream"))
        || row.getLong("version") != row.getLong("told")
        || !nonce(row.getString("id")).equals(row.getString("nonce"))
        || !LINE.matcher(line).matches()) {
      throw failed(
          row.getLong("seq"), number, "不是由账本的这一条得出的 is not made of this entry of the ledger");
    }
    byte[] bytes = line.getBytes(UTF_8);
    tree.add(bytes);
    push(0, MerkleTree.leaf(bytes), row.getLong("seq"));
    Sealed sealed = open.remove(tree.size());
    if (sealed != null) {
      holds(row.getLong("seq"), number, sealed);
    }
    seen.grew(row.getLong("seq"), tree);
  }

  private static String nonce(String eventId) {
    return Sha256.hex((NONCE_TAG + eventId).getBytes(UTF_8)).substring(0, NONCE_LETTERS);
  }

  /** Every full tile that is kept has the hashes of the leaves. */
  private void push(int level, byte[] hash, long seq) throws SQLException, Audit.Failed {
    if (levels.size() == level) {
      levels.add(new ArrayList<>());
      full.add(0L);
    }
    List<byte[]> tile = levels.get(level);
    tile.add(hash);
    if (tile.size() < TileLog.WIDTH) {
      return;
    }
    byte[] root = MerkleTree.root(tile);
    long index = full.get(level);
    tile(level, index, tile, root, seq);
    full.set(level, index + 1);
    tile.clear();
    push(level + 1, root, seq);
  }

  private void tile(int level, long index, List<byte[]> hashes, byte[] root, long seq)
      throws SQLException, Audit.Failed {
    var all = new ByteArrayOutputStream();
    hashes.forEach(all::writeBytes);
    try (PreparedStatement kept =
        connection.prepareStatement(
            "SELECT hashes, root FROM transparency.merkle_tile WHERE level = ? AND index = ?")) {
      kept.setInt(1, level);
      kept.setLong(2, index);
      try (ResultSet rows = kept.executeQuery()) {
        if (rows.next()
            && !(Arrays.equals(rows.getBytes("hashes"), all.toByteArray())
                && Arrays.equals(rows.getBytes("root"), root))) {
          throw new Audit.Failed(
              SERVICE,
              seq,
              "公示账本的瓦片 %d/%d 与其条目不符 tile %1$d/%2$d of the log of notices is not what its leaves say"
                  .formatted(level, index));
        }
      }
    }
  }

  private void holds(long seq, long number, Sealed sealed) throws Audit.Failed {
    byte[] root = tree.root();
    String[] said = sealed.note().split("\n", 4);
    if (!HexFormat.of().formatHex(root).equals(sealed.root())
        || said.length < 4
        || !said[1].equals(Long.toString(number))
        || !said[2].equals(Base64.getEncoder().encodeToString(root))) {
      throw failed(
          seq,
          number,
          "为止的树根 %s 与签名不符 and those before it are not what was sealed"
              .formatted(HexFormat.of().formatHex(root)));
    }
    if (!keys.isEmpty() && !Verify.isSigned(sealed.note().getBytes(UTF_8), keys)) {
      throw failed(seq, number, "为止的检查点签名不成立 and those before it: the signature does not hold");
    }
  }

  /** Nothing may have been sealed beyond the last leaf, nor fewer leaves be kept than were made. */
  private Held end() throws SQLException, Audit.Failed {
    long made;
    long reached;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT seq, size FROM transparency.reach")) {
      rows.next();
      reached = rows.getLong("seq");
      made = rows.getLong("size");
    }
    if (!open.isEmpty() || made != tree.size()) {
      throw failed(
          reached,
          tree.size(),
          "是最后一条，末尾被截去 is the last, but there were %d: the tail was cut off"
              .formatted(open.isEmpty() ? made : open.lastKey()));
    }
    return new Held(tree.size(), seen.end(reached, tree.size()));
  }

  private static Audit.Failed failed(long seq, long number, String why) {
    return new Audit.Failed(
        SERVICE, seq, "公示账本第 %d 条 leaf %1$d of the log of notices: %s".formatted(number, why));
  }
}
