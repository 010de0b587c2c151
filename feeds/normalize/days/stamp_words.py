"""What stands beside the day on which a report was published or changed, in small letters."""

from typing import Final

PUBLISHED: Final = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch
    *("published", "first published", "posted", "veröffentlicht", "publiziert"),
    *("publié", "publiée", "publicado", "publicada", "pubblicato", "pubblicata"),
    *("gepubliceerd", "geplaatst", "erschienen", "erstellt"),
    # Danish, Norwegian, Swedish, Finnish
    *("publiceret", "offentliggjort", "publisert", "publicerad", "publicerat", "julkaistu"),
    *("udgivet", "publicerades", "birt"),
    # Estonian, Latvian, Lithuanian, Basque, Welsh, Irish, Albanian
    *("avaldatud", "publicēts", "publicēta", "paskelbta", "publikuota", "argitaratua"),
    *("cyhoeddwyd", "foilsithe", "publikuar"),
    # Polish, Czech, Slovak, Hungarian, Romanian, Croatian and its neighbours
    *("opublikowano", "data publikacji", "publikováno", "vydáno", "publikované", "zverejnené"),
    *("közzétéve", "megjelent", "publicat", "objavljeno", "објављено"),
    # Greek, Russian, Ukrainian, Bulgarian, Turkish
    *("δημοσιεύθηκε", "δημοσιεύτηκε", "δημοσίευση", "опубликовано", "дата публикации"),
    *("опубліковано", "публикувана", "публикувано", "создано", "размещено", "створено"),
    *("апублікавана", "објавено", "жарияланды", "հրապարակվել է", "հրապարակված է"),
    *("yayınlanma", "yayınlanma tarihi", "yayınlandı", "yayın tarihi"),
    # Arabic, Persian, Hebrew, Hindi
    *("نشر", "نُشر", "نشر في", "تاريخ النشر", "منتشر شده", "تاریخ انتشار", "פורסם", "प्रकाशित"),
    # Urdu, Punjabi, Gujarati, Telugu, Kannada, Malayalam
    *("شائع", "اشاعت", "ਪ੍ਰਕਾਸ਼ਿਤ", "પ્રકાશિત", "ప్రచురించబడింది", "ಪ್ರಕಟಿಸಲಾಗಿದೆ"),
    *("പ്രസിദ്ധീകരിച്ചത്", "പ്രസിദ്ധീകരിച്ചു"),
    # Bengali, Tamil, Georgian; Indonesian, Vietnamese, Thai, Japanese, Chinese, Korean
    *("প্রকাশিত", "প্রকাশ", "வெளியிடப்பட்டது", "გამოქვეყნდა"),
    # Afrikaans, Filipino, Swahili
    *("gepubliseer", "inilathala", "ilichapishwa"),
    *("diterbitkan", "dipublikasikan", "ngày đăng", "đăng", "เผยแพร่", "公開", "公開日", "掲載"),
    *("配信", "発行", "发布", "发布时间", "发布于", "發布", "發布時間", "发表"),
    *("발행", "입력", "등록"),
)
"""That it was published."""

UPDATED: Final = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch
    *("updated", "last updated", "modified", "last modified", "aktualisiert", "mis à jour"),
    *("modifié", "modifiée", "actualisé", "actualizado", "actualizada", "modificado"),
    *("atualizado", "atualizada", "aggiornato", "ultimo aggiornamento", "bijgewerkt", "aangepast"),
    *("geändert", "zuletzt geändert", "zuletzt aktualisiert", "aggiornata", "modificata"),
    *("laatst bijgewerkt", "gewijzigd", "actualitzat", "actualitzada", "última atualização"),
    *("última actualización", "dernière mise à jour", "ultima modifica", "modifica"),
    # Danish, Norwegian, Swedish, Finnish
    *("opdateret", "oppdatert", "uppdaterad", "uppdaterat", "päivitetty", "muokattu"),
    *("uppdaterades", "senast uppdaterad", "senest opdateret", "sist oppdatert", "uppfært"),
    # Estonian, Latvian, Lithuanian, Basque, Welsh, Albanian
    *("uuendatud", "muudetud", "atjaunots", "atjaunota", "atnaujinta", "eguneratua"),
    *("diweddarwyd", "përditësuar"),
    # Polish, Czech, Slovak, Hungarian, Romanian, Croatian and its neighbours
    *("aktualizacja", "zaktualizowano", "ostatnia aktualizacja", "aktualizováno"),
    *("posodobljeno", "módosítva", "upraveno", "zmenené"),
    *("aktualizované", "frissítve", "actualizat", "actualizată", "ažurirano", "ажурирано"),
    # Greek, Russian, Ukrainian, Bulgarian, Turkish
    *("ενημερώθηκε", "ενημέρωση", "обновлено", "изменено", "оновлено", "обновена", "обновено"),
    *("змінено", "променена", "абноўлена", "жаңартылды", "թարմացվել է"),
    *("güncelleme", "güncelleme tarihi", "son güncelleme", "güncellendi"),
    # Arabic, Persian, Hebrew, Hindi
    *("تحديث", "آخر تحديث", "به روز شده", "بروزرسانی", "עודכן", "अपडेट", "अद्यतन"),
    *("اپ ڈیٹ", "ਅੱਪਡੇਟ", "અપડેટ", "నవీకరించబడింది", "ನವೀಕರಿಸಲಾಗಿದೆ", "പുതുക്കിയത്"),
    # Bengali, Tamil, Georgian; Indonesian, Vietnamese, Thai, Japanese, Chinese, Korean
    *("আপডেট", "হালনাগাদ", "புதுப்பிக்கப்பட்டது", "განახლდა"),
    *("dikemas kini", "bygewerk", "opgedateer", "na-update", "imesasishwa"),
    *("diperbarui", "cập nhật", "อัปเดต", "ปรับปรุง", "更新", "更新日", "最終更新", "更新时间"),
    *("更新於", "更新于", "수정", "업데이트"),
)
"""That it was changed."""

BESIDE: Final = (
    *("uhr", "uur", "o", "clock", "h", "hr", "hrs", "klo", "kello", "den", "d", "op"),
    *("godz", "godzina", "dnia", "v", "ve", "dne", "na", "o", "u", "ob", "ora", "la", "kell"),
    *("στις", "ώρα", "το", "в", "о", "об", "от", "г", "год", "года", "р", "року", "saat", "tarihi"),
    *("في", "الساعة", "يوم", "م", "ساعت", "בשעה", "בתאריך", "ב", "को", "बजे"),
    *("pukul", "jam", "pada", "lúc", "ngày", "tháng", "năm", "เวลา", "น", "วันที่", "ที่", "พ ศ"),
    *("時", "分", "年", "日", "日時", "在", "于", "於", "일", "시", "분"),
)
"""What says no more than "on" or "at"."""
