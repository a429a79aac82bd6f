package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.publication.transparency.NoticeContent;

/** Hashes of the log of notices. */
final class NoticeHashes {
  private static final String NONCE_TAG = "dr/notice-nonce/1\0";
  private static final int NONCE_LETTERS = 32;

  private NoticeHashes() {}

  /** Of what a version said, as its leaf keeps it. */
  static String of(NoticeContent content) {
    return Sha256.hex(content.text().getBytes(UTF_8));
  }

  /**
   * What keeps a withdrawn result from being guessed by its hash: nobody has it but those who had
   * the content, and a replay gives the same.
   *
   * @param eventId random, of the event that made the version
   */
  static String nonce(String eventId) {
    return Sha256.hex((NONCE_TAG + eventId).getBytes(UTF_8)).substring(0, NONCE_LETTERS);
  }
}
