package cn.doublerandom.gateway;

import java.util.HashMap;
import java.util.Map;

/**
 * How many of the slow places at one service each visitor has: nobody takes them all, however many
 * tokens an address or addresses an account has. Used on one event loop only.
 */
final class Shares {
  private final int mostOfAccount;
  private final int mostOfAddress;
  private final Map<String, Integer> accounts = new HashMap<>();
  private final Map<String, Integer> addresses = new HashMap<>();

  Shares(int mostOfAccount, int mostOfAddress) {
    this.mostOfAccount = mostOfAccount;
    this.mostOfAddress = mostOfAddress;
  }

  /**
   * Who asks.
   *
   * @param address where it comes from
   * @param account what its token says; without one, the address
   */
  record Visitor(String address, String account) {}

  /** Takes one, or none where the account or the address has its share. */
  boolean take(Visitor who) {
    if (accounts.getOrDefault(who.account(), 0) >= mostOfAccount
        || addresses.getOrDefault(who.address(), 0) >= mostOfAddress) {
      return false;
    }
    accounts.merge(who.account(), 1, Integer::sum);
    addresses.merge(who.address(), 1, Integer::sum);
    return true;
  }

  void give(Visitor who) {
    accounts.computeIfPresent(who.account(), (a, taken) -> taken > 1 ? taken - 1 : null);
    addresses.computeIfPresent(who.address(), (a, taken) -> taken > 1 ? taken - 1 : null);
  }
}
