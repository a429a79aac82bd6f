package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.servicekit.text.CodeText;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * 异议码: ten characters in two groups, without those that look alike (no 0, 1, I, L, O), more than
 * 800 million millions for each result; whoever guesses is slowed down at the gateway.
 */
@ApplicationScoped
public class ObjectionCodes {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int LENGTH = 10;
  private static final int HEX = 16;

  private final SecureRandom random = new SecureRandom();

  String next() {
    String code =
        random
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining());
    return grouped(code);
  }

  /** One that follows from a hash nobody else knows, 64 hex digits. */
  static String of(String hash) {
    BigInteger rest = new BigInteger(hash, HEX);
    BigInteger many = BigInteger.valueOf(LETTERS.length());
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(rest.mod(many).intValue()));
      rest = rest.divide(many);
    }
    return grouped(code.toString());
  }

  private static String grouped(String code) {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }

  /** A code as it was handed out, however it is typed; what cannot be one stays as it is. */
  public static String written(String typed) {
    String plain = CodeText.handedOut(typed);
    return plain.length() == LENGTH ? grouped(plain) : typed.strip();
  }

  /** What is kept of a code, however it was typed: it is of one result and opens no other. */
  static String hash(String resultId, String typed) {
    return Sha256.hex(
        (resultId + "\0" + CodeText.handedOut(typed)).getBytes(StandardCharsets.UTF_8));
  }
}
