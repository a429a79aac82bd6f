package cn.doublerandom.servicekit.border;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of answers that wait in memory until their clients take them: of one connection, counted on
 * its event loop, and of all together. Where all are more than an eighth of the heap, whoever holds
 * some is looked at sooner, and no further large answer begins ({@link LargeAnswers}).
 */
final class Untaken {
  private static final AtomicLong ALL = new AtomicLong();
  private static final Set<Untaken> HOLDERS = ConcurrentHashMap.newKeySet();

  private static volatile long most = Runtime.getRuntime().maxMemory() / 8;

  private final Runnable hurry;
  private long bytes;

  /**
   * @param hurry what is done with this connection when too much waits; by any thread
   */
  Untaken(Runnable hurry) {
    this.hurry = hurry;
  }

  static boolean isTooMuch() {
    return ALL.get() > most;
  }

  static long all() {
    return ALL.get();
  }

  static long most() {
    return most;
  }

  static void most(long all) {
    most = all;
  }

  /** What waits now. */
  void count(Channel channel) {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    become(buffer == null ? 0 : buffer.totalPendingWriteBytes());
  }

  /** The connection is over, and all of it with it. */
  void none() {
    become(0);
  }

  private void become(long now) {
    if (now == bytes) {
      return;
    }
    boolean was = isTooMuch();
    ALL.addAndGet(now - bytes);
    bytes = now;
    if (now == 0) {
      HOLDERS.remove(this);
    } else {
      HOLDERS.add(this);
    }
    if (!was && isTooMuch()) {
      HOLDERS.forEach(holder -> holder.hurry.run());
    }
  }
}
