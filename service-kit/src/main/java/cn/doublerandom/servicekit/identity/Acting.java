package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For which bureau the service works by itself; in a request of somebody's it is for none. */
@RequestScoped
class Acting {
  private @Nullable BureauKey bureau;

  Optional<BureauKey> bureau() {
    return Optional.ofNullable(bureau);
  }

  void as(BureauKey bureau) {
    this.bureau = bureau;
  }
}
