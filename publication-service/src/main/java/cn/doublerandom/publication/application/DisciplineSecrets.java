package cn.doublerandom.publication.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** 联合惩戒反馈链接: 160 bits nobody guesses. */
@ApplicationScoped
class DisciplineSecrets {
  private static final int BYTES = 20;

  private final SecureRandom random = new SecureRandom();

  String next() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
