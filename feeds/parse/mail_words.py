"""What mail programs write into messages that they send on, in the languages they speak.

The words are in small letters, with accents in one piece (Unicode NFC), one line a language or
several that are near: Germanic, Romance, Slavic in Latin letters, Cyrillic, others of Europe,
Turkish, Asian. "i" stands for the Turkish "İ" as well.
"""

from typing import Final

# Before a subject: "Fwd: ", "İLT: "; and before that of an answer.
SENT_ON: Final = (
    r"fwd?|wg|vb|vs|doorst|videresendt|vidarebefordrat"
    r"|tr|rv|enc"
    r"|pd"
    r"|пер|пересл|переслано|пересылаемое"
    r"|vl|προώθ|πρθ|továbbítás"
    r"|ilt|iletilen"
    r"|转发|轉寄|転送|전달|إعادة توجيه|הועבר|chuyển tiếp|ส่งต่อ"
)
ANSWERED: Final = (
    r"re|aw|antw|sv"
    r"|res"
    r"|odp"
    r"|отв|отг|(?-i:HA|НА)"
    r"|vá|απ|σχετ"
    r"|ynt"
    r"|回复|回覆|返信|회신|답장|رد|השב|trả lời|ตอบกลับ"
)

# What gateways and desks put before a subject, in brackets or stars: "[EXTERNAL]", "***SPAM***".
MARKED: Final = (
    r"ext|extern(?:al|e[rs]?|o|a)?|esterno|внешн\w+|zewn\w+|ulkoinen|külső|harici"
    r"|(?:external|outside) (?:e-?mail|sender|message)|externe (?:e-?mail|nachricht)"
    r"|e-?mail externe|courriel externe|correo externo|e-?mail esterna"
    r"|(?:suspected |possible |probable |likely )?(?:spam|phishing|junk|bulk)"
    r"|sec=\w+|unclassified|tlp:\w+"
)
# So they do without brackets, in capitals.
MARKED_PLAIN: Final = r"EXTERNAL|EXTERN|EXTERNE|EXTERNO|EXT|SPAM"
# Numbers of desks that answer mail: "[Ticket#1234]", "[#77]".
TICKETS: Final = r"(?:ticket|case|ref|request|issue|vorgang|dossier|caso)"

SENDER: Final = (
    r"from|von|van|fra|från"
    r"|de|da|de la"
    r"|od|odosielateľ|šalje|pošiljatelj|pošiljalac"
    r"|от|от кого|від|від кого|од|шаље|пошиљалац"
    r"|από|feladó|lähettäjä"
    r"|gönderen|kimden"
    r"|发件人|寄件者|寄件人|差出人|送信者|送信元|보낸 ?사람|من|מאת|từ|người gửi|dari|pengirim|จาก"
)
DATE: Final = (
    r"date|sent|datum|gesendet|verzonden|dato|sendt|skickat"
    r"|envoyé|fecha|enviado|data|dată|inviato|trimis"
    r"|wysłano|odesláno|odoslané|poslano|poslato|dátum"
    r"|дата|отправлено|надіслано|изпратено|послато|датум"
    r"|ημερομηνία|ημ/νία|στάλθηκε|εστάλη|küldve|elküldve|lähetetty|päivämäärä|päiväys"
    r"|tarih|gönderildi|gönderme tarihi|gönderilme tarihi"
    r"|日期|发送时间|发送日期|寄件日期|傳送日期|傳送時間|送信日時|日付|日時|날짜|보낸 ?날짜"
    r"|التاريخ|تاريخ|تاريخ الإرسال|تم الإرسال|תאריך|נשלח|נשלח ב"
    r"|ngày|ngày gửi|đã gửi|tanggal|dikirim|terkirim|วันที่|ส่ง|ส่งเมื่อ"
)
SUBJECT: Final = (
    r"subject|betreff|onderwerp|emne|ämne"
    r"|objet|asunto|assunto|oggetto|subiect"
    r"|temat|předmět|predmet|naslov"
    r"|тема|относно|наслов|предмет"
    r"|θέμα|tárgy|aihe"
    r"|konu"
    r"|主题|主題|主旨|件名|제목|الموضوع|موضوع|נושא"
    r"|chủ đề|tiêu đề|subjek|perihal|เรื่อง|หัวเรื่อง|หัวข้อ"
)
TO: Final = (
    r"to|an|aan|til|till"
    r"|à|a|para|către|catre"
    r"|do|komu|kome|pro|pre|za|prima"
    r"|кому|коме|за|до|прима"
    r"|προς|címzett|vastaanottaja"
    r"|kime|alıcı"
    r"|收件人|收件者|宛先|받는 ?사람|إلى|אל|tới|đến|kepada|ke|untuk|ถึง"
)
OTHER: Final = (
    r"cc|bcc|kopie|kopi|kopia|reply-to"
    r"|copie|copia"
    r"|kópia|kopija"
    r"|копия|копія|копие|копија"
    r"|κοιν|κοιν\.|κοινοποίηση|másolat|másolatot kap|kopio"
    r"|bilgi|yanıt adresi"
    r"|抄送|副本|참조|نسخة|نسخة إلى|עותק|העתק|tembusan|สำเนา"
)

# Where the first message begins: "---------- Forwarded message ---------".
SEPARATOR: Final = (
    r"forwarded (?:message|mail|e-?mail)|weitergeleiteten? (?:nachricht|e-mail)"
    r"|doorgestuurd (?:bericht|e-?mail)"
    r"|videresendt (?:meddelelse|besked|melding|e-post|mail)"
    r"|vidarebefordrat (?:meddelande|brev|mejl)"
    r"|message (?:transféré|réexpédié)|mensaje reenviado|mensagem (?:re)?encaminhada"
    r"|messaggio inoltrato|mesaj(?:ul|ului)? redirec[tțţ]ionat"
    r"|wiadomość przekazana|przekaz(?:ana|ywana|anej|ywanej) wiadomoś(?:ć|ci)"
    r"|(?:přeposlan|přeposílan|forwardovan)(?:á|é) zpráv[ay]|preposlan(?:á|ej) správ[ay]"
    r"|prosl(?:ij)?eđen[ae] poruk[ae]"
    r"|пере(?:сыла|адресу)емо(?:е|го) сообщени[ея]"
    r"|пере(?:слан|адресован|направлен)но(?:е|го) сообщени[ея]"
    r"|пере(?:слан|силан|адресован)(?:е|ого) повідомлення"
    r"|препратено(?:то)? (?:съобщение|писмо)|прослеђен[ае] порук[ае]"
    r"|προωθ(?:ημέν|ούμεν)(?:ο|ου) (?:μήνυμα|μηνύματος)|továbbított (?:üzenet|levél)"
    r"|(?:välitetty|edelleenlähetetty|edelleen lähetetty) viesti"
    r"|(?:iletilen|yönlendirilen|yönlendirilmiş) (?:ileti|mesaj|e-posta)"
    r"|(?:转发|轉寄)(?:的)?(?:邮件|郵件|電子郵件)|転送(?:された)?(?:メッセージ|メール)"
    r"|전달된 ?(?:메시지|메일|이메일)|رسالة مُ?عاد توجيهها|الرسالة المُ?عاد توجيهها"
    r"|הודעה (?:שהועברה|מועברת)|(?:thư|tin nhắn) (?:(?:đã|được) )?chuyển tiếp"
    r"|pesan (?:terusan|(?:yang )?diteruskan)|ข้อความ(?:ที่)?ส่งต่อ"
)
