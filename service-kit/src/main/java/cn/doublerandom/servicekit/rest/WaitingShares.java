package cn.doublerandom.servicekit.rest;

import java.util.HashMap;
import java.util.Map;

/** Places to wait in: few at all, and of one account fewer, so that nobody takes them all. */
final class WaitingShares {
  private final int most;
  private final int mostOfAccount;
  private final Map<String, Integer> accounts = new HashMap<>();
  private int taken;

  WaitingShares(int most, int mostOfAccount) {
    this.most = most;
    this.mostOfAccount = mostOfAccount;
  }

  /** Takes one, or none where all are taken or the account has its share. */
  synchronized boolean take(String account) {
    if (taken >= most || accounts.getOrDefault(account, 0) >= mostOfAccount) {
      return false;
    }
    taken++;
    accounts.merge(account, 1, Integer::sum);
    return true;
  }

  synchronized void give(String account) {
    taken--;
    accounts.computeIfPresent(account, (a, own) -> own > 1 ? own - 1 : null);
  }
}
