package cn.doublerandom.draw.drawing.application;

import java.util.Optional;

/** The secret halves of the sealing keys; what is made of them comes out, they do not. */
public interface SealingSecrets {
  /** Makes a key and keeps it; its public half, or nothing where keys cannot be kept. */
  Optional<String> make();

  /** The proof of a key for an input, where its secret half is here. */
  Optional<String> prove(String publicKey, byte[] alpha);

  /** 32 fresh bytes, 64 hex digits. */
  String hex();
}
