package cn.doublerandom.eventstore.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One AES-256 key per person. What is sealed with it may enter the log, Kafka and every hash;
 * destroying the key later erases the person while all hashes still verify.
 *
 * <p>The nonce is an HMAC of the text under the person's key, so sealing the same text again gives
 * the same result and a re-import is seen to change nothing; nothing else can be learnt from it.
 */
public final class PersonKeys {
  /** Stands where a person was erased. */
  public static final String ERASED = "（已删除）";

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Pool pool;

  public PersonKeys(Pool pool) {
    this.pool = pool;
  }

  /** Seals one text per person, making keys as needed; base64 of nonce and ciphertext. */
  public Uni<Map<String, String>> seal(Map<String, String> texts) {
    String[] people = texts.keySet().toArray(String[]::new);
    String[] fresh = Arrays.stream(people).map(person -> newKey()).toArray(String[]::new);
    return pool.preparedQuery(
            """
            INSERT INTO person_key (person, key)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT (person) DO NOTHING
            """)
        .execute(Tuple.tuple().addArrayOfString(people).addArrayOfString(fresh))
        .flatMap(inserted -> keys(people))
        .map(keys -> {
          Map<String, String> sealed = new HashMap<>();
          texts.forEach((person, text) -> {
            byte[] key = keys.get(person);
            if (key == null) {
              throw new IllegalStateException("a key was destroyed while it was used");
            }
            sealed.put(person, seal(key, text));
          });
          return sealed;
        });
  }

  /** Opens one sealed text per person; {@link #ERASED} where the key is gone. */
  public Uni<Map<String, String>> open(Map<String, String> sealed) {
    return keys(sealed.keySet().toArray(String[]::new))
        .map(keys -> {
          Map<String, String> texts = new HashMap<>();
          sealed.forEach((person, text) -> {
            byte[] key = keys.get(person);
            texts.put(person, key == null ? ERASED : open(key, text));
          });
          return texts;
        });
  }

  private Uni<Map<String, byte[]>> keys(String[] people) {
    return pool.preparedQuery("SELECT person, key FROM person_key WHERE person = ANY ($1)")
        .execute(Tuple.tuple().addArrayOfString(people))
        .map(PersonKeys::byPerson);
  }

  private static Map<String, byte[]> byPerson(RowSet<Row> rows) {
    Map<String, byte[]> keys = new HashMap<>();
    for (Row row : rows) {
      keys.put(row.getString("person"), HexFormat.of().parseHex(row.getString("key")));
    }
    return keys;
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  static String seal(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] nonce = Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), NONCE_BYTES);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(text.getBytes(UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  static String open(byte[] key, String sealed) {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
      return new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed text was changed", e);
    }
  }
}
