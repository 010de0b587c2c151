"""The forms for comments below a report, and the links around it, in the words of the programs.

Most sites are made by a few programs, whose words stand below reports on millions of pages: those
of WordPress with Jetpack and Akismet, and of Disqus, as their translators write them.
"""

from typing import Final

from feeds.text.words import fold_text

# The whole of a line.
_LABELS: Final = (
    *("Leave a Reply", "Leave a Comment", "Leave a Response", "Post Comment", "Submit Comment"),
    *("Cancel reply", "Add a comment", "Add Comment", "Your comment", "Your name", "Your email"),
    *("Be the first to comment", "Join the discussion", "Want to join the discussion?"),
    *("Feel free to contribute!", "Inline Feedbacks", "Website"),
    *("View all comments", "Sort by Newest", "Sort by Best", "Sort by Oldest", "Disqus recommends"),
    *("Post navigation", "Previous post", "Next post", "Older posts", "Newer posts", "Like this:"),
    *("Schreibe einen Kommentar", "Kommentar hinterlassen", "Kommentar verfassen"),
    *("Hinterlasse eine Antwort", "Hinterlasse einen Kommentar", "Kommentar abschicken"),
    *("Antworten abbrechen", "Beitragsnavigation", "Vorheriger Beitrag", "Nächster Beitrag"),
    *("Gefällt mir:", "Ähnliche Beiträge", "Webseite", "Dein Kommentar"),
    *("Laisser un commentaire", "Laissez un commentaire", "Publier le commentaire"),
    *("Annuler la réponse", "Navigation de l’article", "Article précédent", "Article suivant"),
    *("J’aime ça :", "Site web"),
    *("Deja una respuesta", "Deja un comentario", "Publicar el comentario", "Sitio web"),
    *("Cancelar la respuesta", "Navegación de entradas", "Entrada anterior", "Entrada siguiente"),
    *("Me gusta esto:",),
    *("Lascia un commento", "Invia commento", "Annulla risposta", "Navigazione articoli"),
    *("Articolo precedente", "Articolo successivo", "Mi piace:", "Sito web"),
    *("Deixe um comentário", "Deixe uma resposta", "Publicar comentário", "Cancelar resposta"),
    *("Navegação de Post", "Navegação de artigos", "Post anterior", "Próximo post"),
    *("Curtir isso:", "Gostar disto:"),
    *("Geef een reactie", "Laat een reactie achter", "Reactie plaatsen", "Reactie annuleren"),
    *("Berichtnavigatie", "Vorig bericht", "Volgend bericht", "Vind-ik-leuk:"),
    *("Dodaj komentarz", "Opublikuj komentarz", "Anuluj pisanie odpowiedzi", "Nawigacja wpisu"),
    *("Lämna en kommentar", "Lämna ett svar", "Publicera kommentar", "Avbryt svar"),
    *("Skriv en kommentar", "Skriv et svar", "Annuller svar", "Send kommentar"),
    *("Legg igjen en kommentar", "Legg igjen et svar", "Avbryt svar", "Publiser kommentar"),
    *("Kirjoita kommentti", "Peruuta vastaus", "Lähetä kommentti"),
    *("Napsat komentář", "Zrušit odpověď na komentář", "Odeslat komentář"),
    *("Bir yanıt yazın", "Yorum gönder", "Yanıtı iptal et"),
    *("Добавить комментарий", "Оставить комментарий", "Отправить комментарий"),
    *("Отменить ответ", "Навигация по записям"),
    *("Залишити відповідь", "Залишити коментар", "Опублікувати коментар", "Скасувати відповідь"),
    *("コメントを残す", "コメントをどうぞ", "コメントを送信", "コメントをキャンセル"),
    *("发表回复", "发表评论", "取消回复", "發佈留言", "取消回覆"),
    *("댓글 남기기", "댓글 달기", "응답 취소"),
    *("اترك تعليقاً", "اترك ردّاً", "إلغاء الرد", "إرسال التعليق"),
)
# What a line begins with: these are whole sentences, and others may follow them.
_BEGINNINGS: Final = (
    *("Leave a Reply Cancel", "Leave a Comment Cancel", "Your email address will not be published"),
    *("Required fields are marked", "Save my name, email, and website in this browser"),
    *("Save my name, email and website in this browser", "Notify me of follow-up comments"),
    *(
        "Notify me of new posts by",
        "Notify me via e-mail",
        "This site uses Akismet",
        "Like Loading",
    ),
    *("Click to share on", "Click to email a link to a friend", "Click to print (Opens"),
    *("You must be logged in to post a comment", "You must be logged in to reply"),
    *("Please enable JavaScript to view the comments",),
    *("Schreibe einen Kommentar Antwort", "Deine E-Mail-Adresse wird nicht veröffentlicht"),
    *("Ihre E-Mail-Adresse wird nicht veröffentlicht", "Erforderliche Felder sind"),
    *("Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser",),
    *("Name, E-Mail-Adresse und Website in diesem Browser", "Diese Website verwendet Akismet"),
    *("Benachrichtige mich über nachfolgende Kommentare", "Benachrichtige mich über neue Beiträge"),
    *("Klick, um auf", "Klicke, um auf", "Klicken, um auf", "Gefällt mir Wird geladen"),
    *("Votre adresse e-mail ne sera pas publiée", "Votre adresse de messagerie ne sera pas publ"),
    *("Les champs obligatoires sont indiqués", "Enregistrer mon nom, mon e-mail et mon site"),
    *("Ce site utilise Akismet", "Prévenez-moi de tous les nouveaux", "Cliquez pour partager"),
    *("Tu dirección de correo electrónico no será publicada", "Los campos obligatorios están marc"),
    *("Tu dirección de correo no será publicada", "Guarda mi nombre, correo electrónico y web"),
    *("Guardar mi nombre, correo electrónico y", "Este sitio usa Akismet"),
    *("Haz clic para compartir", "Recibir un correo electrónico con"),
    *("Il tuo indirizzo email non sarà pubblicato", "I campi obbligatori sono contrassegnati"),
    *(
        "Salva il mio nome, email e sito web",
        "Questo sito utilizza Akismet",
        "Questo sito usa Akis",
    ),
    *("Fai clic per condividere", "Avvertimi via email"),
    *("O seu endereço de e-mail não será publicado", "O seu endereço de email não será publicado"),
    *("Campos obrigatórios são marcados", "Campos obrigatórios marcados"),
    *("Salvar meus dados neste navegador", "Guardar o meu nome, email e site"),
    *("Este site utiliza o Akismet", "Esse site utiliza o Akismet", "Clique para compartilhar"),
    *("Clique para partilhar",),
    *("Je e-mailadres wordt niet gepubliceerd", "Het e-mailadres wordt niet gepubliceerd"),
    *("Je e-mailadres zal niet getoond worden", "Vereiste velden zijn gemarkeerd"),
    *("Mijn naam, e-mail en site opslaan", "Mijn naam, e-mail en website opslaan"),
    *("Deze site gebruikt Akismet", "Klik om te delen", "Klik om af te drukken"),
    *("Twój adres e-mail nie zostanie opublikowany", "Wymagane pola są oznaczone"),
    *("Zapamiętaj moje dane w tej przeglądarce", "Ta strona używa Akismet"),
    *("Din e-postadress kommer inte publiceras", "Obligatoriska fält är märkta"),
    *("Din e-postadress kommer inte att publiceras", "Spara mitt namn, min e-postadress och webb"),
    *("Din e-mailadresse vil ikke blive publiceret", "Krævede felter er markeret"),
    *("Gem mit navn, mail og websted", "Gem mit navn, min e-mail"),
    *("Din e-postadresse vil ikke bli publisert", "Obligatoriske felt er merket"),
    *("Lagre mitt navn, e-post og nettside", "Lagre navnet mitt, e-postadressen"),
    *("Sähköpostiosoitettasi ei julkaista", "Pakolliset kentät on merkitty"),
    *("Tallenna nimeni, sähköpostiosoitteeni",),
    *("Vaše e-mailová adresa nebude zveřejněna", "Vyžadované informace jsou označeny"),
    *("Uložit do prohlížeče jméno, e-mail",),
    *("E-posta adresiniz yayınlanmayacak", "E-posta hesabınız yayımlanmayacak"),
    *("Gerekli alanlar * ile", "Daha sonraki yorumlarımda kullanılması için"),
    *("Ваш адрес email не будет опубликован", "Ваш e-mail не будет опубликован"),
    *("Обязательные поля помечены", "Сохранить моё имя, email и адрес сайта"),
    *("Этот сайт использует Akismet", "Нажмите, чтобы поделиться"),
    *("Ваша e-mail адреса не оприлюднюватиметься", "Обов’язкові поля позначені"),
    *("Зберегти моє ім'я, e-mail, та адресу сайту", "Зберегти моє ім’я, e-mail"),
    *("メールアドレスが公開されることはありません", "※ が付いている欄は必須項目です"),
    *("次回のコメントで使用するためブラウザーに", "このサイトはスパムを低減するために Akismet"),
    *("您的邮箱地址不会被公开", "您的电子邮箱地址不会被公开", "电子邮件地址不会被公开"),
    *(
        "必填项已用",
        "在此浏览器中保存我的",
        "發佈留言必須填寫的電子郵件地址不會公開",
        "必填欄位標示為",
    ),
    *("이메일 주소는 공개되지 않습니다", "필수 항목은 *", "다음 번 댓글 작성을 위해"),
    *("لن يتم نشر عنوان بريدك الإلكتروني", "الحقول الإلزامية مشار إليها"),
    *("احفظ اسمي، بريدي الإلكتروني",),
)
# What a form asks for; a star behind it says that it must be given.
_FIELDS: Final = (
    *(
        "Name",
        "Your name",
        "First name",
        "Last name",
        "Email",
        "E-mail",
        "Email address",
        "Comment",
    ),
    *("Message", "E-Mail-Adresse", "Kommentar", "Nom", "Prénom", "Adresse e-mail", "Commentaire"),
    *("Nombre", "Correo electrónico", "Comentario", "Nome", "Indirizzo email", "Commento"),
    *("Comentário", "Naam", "E-mailadres", "Reactie", "Nazwa", "Komentarz", "Namn", "E-post"),
    *("E-postadress", "Navn", "Nimi", "Sähköpostiosoite", "Kommentti", "Jméno", "Komentář", "Ad"),
    *("İsim", "E-posta", "Yorum", "Имя", "Комментарий", "Почта", "Ім'я", "Коментар", "名前"),
    *("メール", "コメント", "显示名称", "邮箱", "电子邮箱", "评论", "이름", "이메일", "댓글"),
    *("الاسم", "البريد الإلكتروني", "التعليق"),
)
_AROUND: Final = " :.!>»→▸|•·-–—+✕×…"


def _fold(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold_text(line).strip(_AROUND) for line in lines)


_FOLDED_LABELS: Final = frozenset(_fold(_LABELS))
_FOLDED_BEGINNINGS: Final = _fold(_BEGINNINGS)
_FOLDED_FIELDS: Final = frozenset(_fold(_FIELDS))


def is_comment_form(folded: str) -> bool:
    """Tell whether a line is of a form for comments, or one that a program puts beside it.

    Args:
        folded: The line, folded, with one space between words.
    """
    label = folded.strip(_AROUND)
    if label in _FOLDED_LABELS or label.startswith(_FOLDED_BEGINNINGS):
        return True
    return label.endswith("*") and label.rstrip("* ") in _FOLDED_FIELDS
