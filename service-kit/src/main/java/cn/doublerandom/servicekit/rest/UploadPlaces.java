package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose files come at once. A file that comes holds a worker until its last byte is there, so few
 * may, and of one account fewer.
 */
final class UploadPlaces {
  private final int most;
  private final int mostOfAccount;
  private final Map<String, Integer> taken = new HashMap<>();

  UploadPlaces(int most, int mostOfAccount) {
    this.most = most;
    this.mostOfAccount = mostOfAccount;
  }

  /** Takes a place, or says why there is none. */
  synchronized Optional<EdgeRejection> take(String account) {
    if (taken.getOrDefault(account, 0) >= mostOfAccount) {
      return Optional.of(EdgeRejection.TOO_MANY_UPLOADS);
    } else if (all() >= most) {
      return Optional.of(EdgeRejection.UPLOADS_FULL);
    }
    taken.merge(account, 1, Integer::sum);
    return Optional.empty();
  }

  synchronized void give(String account) {
    taken.computeIfPresent(account, (a, of) -> of > 1 ? of - 1 : null);
  }

  private int all() {
    return taken.values().stream().mapToInt(Integer::intValue).sum();
  }
}
