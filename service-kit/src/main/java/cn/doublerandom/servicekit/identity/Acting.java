package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For which bureau the service works by itself; in a request of somebody's it is for none. And
 * which bureau a request at an address of the public is about.
 */
@RequestScoped
class Acting {
  private @Nullable BureauKey bureau;
  private @Nullable BureauKey about;
  private boolean isNamed;
  private boolean isUnchosen;
  private boolean isPractice;

  Optional<BureauKey> bureau() {
    return Optional.ofNullable(bureau);
  }

  void as(BureauKey bureau) {
    this.bureau = bureau;
  }

  /** The bureau an address of the public is about; empty where it says none. */
  Optional<BureauKey> about() {
    return Optional.ofNullable(about);
  }

  /** Whether it was named beside the address, where who is signed in may only name his own. */
  boolean isNamed() {
    return isNamed;
  }

  void about(BureauKey bureau, boolean named) {
    this.about = bureau;
    this.isNamed = named;
  }

  /** Whether a reader in public has several bureaus before him and named none. */
  boolean isUnchosen() {
    return isUnchosen;
  }

  void unchosen() {
    this.isUnchosen = true;
  }

  /** Whether who asks acts in a practice bureau. */
  boolean isPractice() {
    return isPractice;
  }

  void practice(boolean isOne) {
    this.isPractice = isOne;
  }
}
