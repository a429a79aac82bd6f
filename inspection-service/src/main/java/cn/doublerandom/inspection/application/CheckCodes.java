package cn.doublerandom.inspection.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/**
 * 检查码: six characters without those that look alike (no 0, 1, I, L, O), of which there are more
 * than 880 millions; whoever guesses is slowed down where they are asked for.
 */
@ApplicationScoped
class CheckCodes {
  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int LENGTH = 6;

  private final SecureRandom random = new SecureRandom();

  String next() {
    var code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
