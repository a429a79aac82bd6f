package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Visits assigned in a year to one inspector. */
@Entity
@Table(name = "load_view")
class LoadRow extends Document {}
