package cn.doublerandom.registry.item;

/** 事项类别: the rate of GENERAL (一般) items is strictly limited, of KEY (重点) items not. */
public enum ItemCategory {
  GENERAL,
  KEY
}
