package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One bulletin. */
@Entity
@Table(name = "bulletin_view")
class BulletinRow extends Document {}
