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
    *("Feel free to contribute!", "Inline Feedbacks", "Like Loading"),
    *("View all comments", "Sort by Newest", "Sort by Best", "Sort by Oldest", "Disqus recommends"),
    *("Post navigation", "Previous post", "Next post", "Older posts", "Newer posts", "Like this:"),
    *("Schreibe einen Kommentar", "Kommentar hinterlassen", "Kommentar verfassen"),
    *("Hinterlasse eine Antwort", "Hinterlasse einen Kommentar", "Kommentar abschicken"),
    *("Antworten abbrechen", "Beitragsnavigation", "Vorheriger Beitrag", "Nächster Beitrag"),
    *("Gefällt mir:", "Gefällt mir Wird geladen", "Dein Kommentar"),
    *("Laisser un commentaire", "Laissez un commentaire", "Publier le commentaire"),
    *("Annuler la réponse", "Navigation de l’article", "Article précédent", "Article suivant"),
    "J’aime ça :",
    *("Deja una respuesta", "Deja un comentario", "Publicar el comentario"),
    *("Cancelar la respuesta", "Navegación de entradas", "Entrada anterior", "Entrada siguiente"),
    *("Me gusta esto:",),
    *("Lascia un commento", "Invia commento", "Annulla risposta", "Navigazione articoli"),
    *("Articolo precedente", "Articolo successivo", "Mi piace:"),
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
# Whole sentences: behind each the line ends, or another sentence or a star follows.
_SENTENCES: Final = (
    *("Leave a Reply Cancel reply", "Leave a Comment Cancel reply", "Required fields are marked"),
    *("Your email address will not be published", "Notify me of follow-up comments by email"),
    "Save my name, email, and website in this browser for the next time I comment",
    "Save my name, email and website in this browser for the next time I comment",
    *("Notify me of new posts by email", "Notify me via e-mail if anyone answers my comment"),
    *("This site uses Akismet to reduce spam", "You must be logged in to post a comment"),
    *("You must be logged in to reply", "Want to join the discussion? Feel free to contribute!"),
    "Please enable JavaScript to view the comments powered by Disqus",
    "Schreibe einen Kommentar Antworten abbrechen",
    *("Deine E-Mail-Adresse wird nicht veröffentlicht", "Erforderliche Felder sind markiert"),
    *("Ihre E-Mail-Adresse wird nicht veröffentlicht", "Erforderliche Felder sind mit * markiert"),
    (
        "Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser für die nächste "
        "Kommentierung speichern"
    ),
    (
        "Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser speichern, bis ich "
        "wieder kommentiere"
    ),
    "Name, E-Mail-Adresse und Website in diesem Browser für meinen nächsten Kommentar speichern",
    "Diese Website verwendet Akismet, um Spam zu reduzieren",
    "Benachrichtige mich über nachfolgende Kommentare via E-Mail",
    "Benachrichtige mich über neue Beiträge via E-Mail",
    *("Votre adresse e-mail ne sera pas publiée", "Les champs obligatoires sont indiqués avec"),
    "Votre adresse de messagerie ne sera pas publiée",
    "Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire",
    "Ce site utilise Akismet pour réduire les indésirables",
    "Prévenez-moi de tous les nouveaux commentaires par e-mail",
    "Prévenez-moi de tous les nouveaux articles par e-mail",
    "Tu dirección de correo electrónico no será publicada",
    *("Los campos obligatorios están marcados con", "Tu dirección de correo no será publicada"),
    "Guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que comente",
    (
        "Guardar mi nombre, correo electrónico y sitio web en este navegador para la próxima vez "
        "que haga un comentario"
    ),
    "Este sitio usa Akismet para reducir el spam",
    "Recibir un correo electrónico con los siguientes comentarios a esta entrada",
    "Recibir un correo electrónico con cada nueva entrada",
    *("Il tuo indirizzo email non sarà pubblicato", "I campi obbligatori sono contrassegnati"),
    "Salva il mio nome, email e sito web in questo browser per la prossima volta che commento",
    *("Questo sito utilizza Akismet per ridurre lo spam",),
    *("Questo sito usa Akismet per ridurre lo spam",),
    "Avvertimi via email in caso di risposte al mio commento",
    "Avvertimi via email alla pubblicazione di un nuovo articolo",
    *("O seu endereço de e-mail não será publicado", "O seu endereço de email não será publicado"),
    *("Campos obrigatórios são marcados com", "Campos obrigatórios marcados com"),
    "Salvar meus dados neste navegador para a próxima vez que eu comentar",
    "Guardar o meu nome, email e site neste navegador para a próxima vez que eu comentar",
    *("Este site utiliza o Akismet para reduzir spam",),
    *("Esse site utiliza o Akismet para reduzir spam",),
    *("Je e-mailadres wordt niet gepubliceerd", "Het e-mailadres wordt niet gepubliceerd"),
    *("Je e-mailadres zal niet getoond worden", "Vereiste velden zijn gemarkeerd met"),
    (
        "Mijn naam, e-mail en site opslaan in deze browser voor de volgende keer wanneer ik een "
        "reactie plaats"
    ),
    "Deze site gebruikt Akismet om spam te verminderen",
    *("Twój adres e-mail nie zostanie opublikowany", "Wymagane pola są oznaczone"),
    "Zapamiętaj moje dane w tej przeglądarce podczas pisania kolejnych komentarzy",
    "Ta strona używa Akismet do redukcji spamu",
    *("Din e-postadress kommer inte publiceras", "Obligatoriska fält är märkta"),
    "Din e-postadress kommer inte att publiceras",
    (
        "Spara mitt namn, min e-postadress och webbplats i denna webbläsare till nästa gång jag "
        "skriver en kommentar"
    ),
    *("Din e-mailadresse vil ikke blive publiceret", "Krævede felter er markeret med"),
    "Gem mit navn, mail og websted i denne browser til næste gang jeg kommenterer",
    *("Din e-postadresse vil ikke bli publisert", "Obligatoriske felt er merket med"),
    "Lagre mitt navn, e-post og nettside i denne nettleseren for neste gang jeg kommenterer",
    *("Sähköpostiosoitettasi ei julkaista", "Pakolliset kentät on merkitty"),
    *("Vaše e-mailová adresa nebude zveřejněna", "Vyžadované informace jsou označeny"),
    *("E-posta adresiniz yayınlanmayacak", "E-posta hesabınız yayımlanmayacak"),
    "Gerekli alanlar * ile işaretlenmişlerdir",
    (
        "Daha sonraki yorumlarımda kullanılması için adım, e-posta adresim ve site adresim bu "
        "tarayıcıya kaydedilsin"
    ),
    *("Ваш адрес email не будет опубликован", "Ваш e-mail не будет опубликован"),
    "Обязательные поля помечены",
    "Сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев",
    "Этот сайт использует Akismet для борьбы со спамом",
    *("Ваша e-mail адреса не оприлюднюватиметься", "Обов’язкові поля позначені"),
    "Зберегти моє ім'я, e-mail, та адресу сайту в цьому браузері для моїх подальших коментарів",
    *("メールアドレスが公開されることはありません", "※ が付いている欄は必須項目です"),
    "次回のコメントで使用するためブラウザーに自分の名前、メールアドレス、サイトを保存する",
    "このサイトはスパムを低減するために Akismet を使っています",
    *("您的邮箱地址不会被公开", "您的电子邮箱地址不会被公开", "电子邮件地址不会被公开"),
    *("必填项已用 * 标注", "發佈留言必須填寫的電子郵件地址不會公開", "必填欄位標示為"),
    "在此浏览器中保存我的显示名称、邮箱地址和网站地址，以便下次评论时使用",
    *("이메일 주소는 공개되지 않습니다", "필수 항목은 *(으)로 표시합니다"),
    *("لن يتم نشر عنوان بريدك الإلكتروني", "الحقول الإلزامية مشار إليها بـ"),
    (
        "احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة "
        "في تعليقي"
    ),
)
# So links to networks begin; they end with a remark in brackets, that a window will open.
_SHARING: Final = (
    *("Click to share on", "Click to email a link to a friend", "Click to email this to a friend"),
    *("Click to print", "Klick, um auf", "Klicke, um auf", "Klicken, um auf", "Klicken zum"),
    *("Cliquez pour partager", "Cliquer pour partager", "Cliquer pour imprimer"),
    *("Haz clic para compartir", "Haz clic para imprimir", "Fai clic per condividere"),
    *("Fai clic qui per condividere", "Clique para compartilhar", "Clique para partilhar"),
    *("Klik om te delen", "Klik om af te drukken", "Нажмите, чтобы поделиться"),
    *("Нажмите здесь, чтобы поделиться",),
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
_ENDS: Final = ".。!?*(（※"


def _fold(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold_text(line).strip(_AROUND) for line in lines)


_FOLDED_LABELS: Final = frozenset(_fold(_LABELS))
_FOLDED_SENTENCES: Final = _fold(_SENTENCES)
_FOLDED_SHARING: Final = _fold(_SHARING)
_FOLDED_FIELDS: Final = frozenset(_fold(_FIELDS))


def is_comment_form(folded: str) -> bool:
    """Tell whether a line is of a form for comments, or one that a program puts beside it.

    Args:
        folded: The line, folded, with one space between words.
    """
    label = folded.strip(_AROUND)
    if label in _FOLDED_LABELS:
        return True
    if label.startswith(_FOLDED_SENTENCES):
        return any(_ends_with(label, it) for it in _FOLDED_SENTENCES if label.startswith(it))
    if label.startswith(_FOLDED_SHARING):
        return label.endswith(")")
    return label.endswith("*") and label.rstrip("* ") in _FOLDED_FIELDS


def _ends_with(label: str, sentence: str) -> bool:
    """Tell whether a sentence with which a line begins ends there."""
    behind = label[len(sentence) :].lstrip()
    return not behind or behind[0] in _ENDS
