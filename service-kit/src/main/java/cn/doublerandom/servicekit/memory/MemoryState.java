package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import java.util.Map;

/**
 * How the memory is.
 *
 * @param leader whether this process numbers, tells, seals and fires timers
 * @param epoch number of its last takeover; 0 before the first
 * @param reading what was counted last, once a second
 * @param projections seq up to which each read model shows everything
 * @param troubles by part, in words; empty where all is well
 */
public record MemoryState(
    boolean leader,
    long epoch,
    MemoryMonitor.Reading reading,
    Map<String, Long> projections,
    Map<String, String> troubles) {}
